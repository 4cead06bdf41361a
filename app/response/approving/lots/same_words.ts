import { createHash } from 'node:crypto'
import type { DateTime } from 'luxon'
import { PetitionNumber } from '#intake'
import { longDate } from '#shared/dates/turkish_date'
import type { Draft } from '../../draft.ts'

/** What of a petition may stand in its answer, and differs from one to the next. */
export interface Own {
  number: string
  /** null: the reader may not know */
  name: string | null
  place: string | null
  receivedAt: DateTime
  dueOn: DateTime
}

/** Shorter ones stand in other words as well. */
const SHORTEST = 3

/**
 * What the words of an answer come to without what is its petition's own: number, name, place, days.
 * Answers that come to the same are the same text, filled in for each.
 */
export function sameWords({ outcome, ground, text, reason, remedy }: Draft, own: Own) {
  const values = ownValues(own).toSorted((one, other) => other.length - one.length)
  const without = [text, reason, remedy].map((words) =>
    values.reduce((left, value) => left.replaceAll(value, '\u0000'), words ?? '')
  )
  const all = JSON.stringify([outcome, ground ?? '', ...without])
  return createHash('sha256').update(all).digest('hex')
}

function ownValues({ number, name, place, receivedAt, dueOn }: Own) {
  const days = [receivedAt, dueOn].map((day) => longDate(day))
  return [number, PetitionNumber.parse(number)!.shown, name, place, ...days].filter(
    (value) => value !== null && value.length >= SHORTEST
  ) as string[]
}
