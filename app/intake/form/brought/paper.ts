import type { DateTime } from 'luxon'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'
import type { PaperDetails } from '../../models/paper.ts'
import { LONGEST_NUMBER, PaperNumber } from '../../brought/paper_number.ts'

/**
 * Days back to which something may be said to have come. After 30 days silence counts as a refusal, and
 * for 60 more one may go to court (law 2577 art. 10 and 7): until then its day decides about rights. A
 * day before that is a slip of the pen far more often, of the old year in January.
 */
export const LATEST = 90

/** The first moment of the day on which it came; null: today, now. Never later, nor long ago. */
export function readArrival(form: Form): DateTime | null {
  const day = form.day('arrivedOn')
  if (!day) return null
  const on = dayOf(day)
  if (on > today()) form.wrong('arrivedOn', 'future')
  else if (on < today().minus({ days: LATEST })) {
    form.wrong('arrivedOn', 'longAgo', { days: LATEST })
  }
  return on < today() ? on : null
}

/** @param arrivedAt when it came; null: now */
export function readPaper(form: Form, arrivedAt: DateTime | null): PaperDetails | null {
  const paper = {
    writtenOn: form.day('writtenOn'),
    number: form.as('paperNumber', Numbered)?.text ?? null,
    registeredOn: form.day('registeredOn'),
  }
  const { writtenOn, registeredOn } = paper
  if (writtenOn && dayOf(writtenOn) > (arrivedAt ?? today())) form.wrong('writtenOn', 'later')
  if (registeredOn && dayOf(registeredOn) > today()) form.wrong('registeredOn', 'future')
  return Object.values(paper).some((one) => one !== null) ? paper : null
}

const Numbered = {
  parse: (text: string) => PaperNumber.parse(text),
  mistyped: (text: string) =>
    text.length > LONGEST_NUMBER ? { rule: 'maxLength', values: { max: LONGEST_NUMBER } } : null,
}
