import type { HttpContext } from '@adonisjs/core/http'
import { ANSWERING_STAGES, climbedTo, DESK_STAGES, OPEN_STAGES, waitingAtDesk } from '#intake'
import { installation } from '#organisation'
import { isFragment, pageOrFragment } from '#shared/fragment'
import { today } from '#shared/dates/turkish_date'
import { filteredList } from '../filtered_list.ts'

/** Masa: what waits for the bureau, by its last day, and where everything else stands. */
export default class QueueController {
  async index(ctx: HttpContext) {
    const list = await filteredList(ctx, 'queue.index', {
      waiting: { stages: DESK_STAGES },
      late: { stages: OPEN_STAGES, dueBefore: today() },
      today: { stages: OPEN_STAGES, dueOn: today() },
      returned: { stages: ['returned'] },
      withUnits: { stages: ANSWERING_STAGES },
      all: { stages: OPEN_STAGES },
    })
    const { others } = (await installation(ctx.officer.authorityId)).tree(ctx.officer.authorityId)
    const { hasManager } = ctx.catalogue
    const waiting = await waitingAtDesk(ctx.officer)
    const climbed = isFragment(ctx) ? null : await climbedTo(ctx.officer)
    const page = { ...list, waiting, hasManager, climbed, isOfTree: others.length > 0 }
    return pageOrFragment(ctx, 'routing/queue/index', 'routing/queue/_table', page)
  }
}
