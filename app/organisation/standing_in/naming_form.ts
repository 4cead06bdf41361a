import { today } from '#shared/dates/turkish_date'
import { refuseFor } from '#shared/typed/problems'
import { Form, type Typed } from '#shared/typed/typed'
import type { Officer } from '../models/officer.ts'
import { personIn } from './person.ts'
import type { Naming } from './wrong_with.ts'

/** Days that it may last at most, and that it may begin ahead: longer is a slip of the finger. */
const MOST = 366

/**
 * Who stands in for whom and when, as a form says it.
 *
 * @param own who names a substitute for themselves; null: the form says who is away
 * @throws Refusal with everything that is to be mended
 */
export async function readNaming(typed: Typed, authorityId: number, own: Officer | null = null) {
  const form = new Form(typed.words)
  const absent = own ?? (await personIn(form, 'absent', authorityId))
  const substitute = await personIn(form, 'substitute', authorityId)
  const days = readDays(form)
  refuseFor(...form.reasons)
  return { absent, substitute, ...days } as Naming
}

function readDays(form: Form) {
  const firstDay = form.day('firstDay', { required: true })
  const lastDay = form.day('lastDay', { required: true })
  if (firstDay && firstDay < today()) form.wrong('firstDay', 'past')
  if (firstDay && firstDay > today().plus({ days: MOST })) form.wrong('firstDay', 'ahead')
  if (!firstDay || !lastDay) return { firstDay, lastDay }
  if (lastDay < firstDay) form.wrong('lastDay', 'before')
  if (lastDay >= firstDay.plus({ days: MOST })) form.wrong('lastDay', 'long', { most: MOST })
  return { firstDay, lastDay }
}
