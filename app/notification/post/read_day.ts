import { Step, type Petition } from '#intake'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { Form, Typed } from '#shared/typed/typed'

/** A day on which something was done with an answer: neither before it was given nor to come. */
export function readDay(form: Form, given: Pick<Step, 'takenAt'>) {
  const day = form.day('day', { required: true })
  if (!day) return ''
  if (day > today()) form.wrong('day', 'future')
  if (day < dayOf(given.takenAt)) form.wrong('day', 'early')
  return day.toISODate()!
}

/** The answer that a letter of this petition is about. */
export function answerOf(petition: Pick<Petition, 'id'>, stepId: number) {
  return Step.query().where({ id: stepId, petition_id: petition.id }).firstOrFail()
}

/** What every form of a letter says: of which one, and where it stood. */
export function stoodIn(typed: Typed) {
  return typed.oneOf('state', ['waiting', 'posted'] as const) ?? 'waiting'
}
