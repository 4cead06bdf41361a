import { ANSWERING_STAGES, DESK_STAGES, OPEN_STAGES, type ListFilter } from '#intake'
import { today } from '#shared/dates/turkish_date'

/** The queue's lists by their names, the usual one first. */
export function queueFilters() {
  return {
    waiting: { stages: DESK_STAGES },
    late: { stages: OPEN_STAGES, dueBefore: today() },
    today: { stages: OPEN_STAGES, dueOn: today() },
    returned: { stages: ['returned'] },
    withUnits: { stages: ANSWERING_STAGES },
    all: { stages: OPEN_STAGES },
  } satisfies Record<string, ListFilter>
}

export const QUEUE_LISTS = Object.keys(queueFilters())
