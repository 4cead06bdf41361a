import type { Form } from '#shared/typed/typed'
import type { WorkingDays } from './planning/read_day.ts'
import { readNextDay } from './planning/read_day.ts'
import { RESULTS, WAYS } from './ways.ts'

/** What an officer says of a contact; `next`: the day (2026-12-02) of the next try, where one is wanted. */
export function readContact(form: Form, calendar: WorkingDays) {
  return {
    way: form.choice('way', WAYS, { required: true }),
    result: form.choice('result', RESULTS, { required: true }),
    note: form.multiline('note', { required: true }),
    next: readNextDay(form, calendar),
  }
}
