import { Officer } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import { TimeOfDay } from '#shared/dates/time_of_day'
import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Form, Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { PublicDay } from '../models/public_day.ts'

/** Minutes that one person is heard, at least and at most. */
const MINUTES = { least: 3, most: 120 }

/** Whole minutes as somebody types them. */
const Minutes = {
  parse(text: string) {
    const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return minutes >= MINUTES.least && minutes <= MINUTES.most ? minutes : null
  },
}

/** The managers who may hear people. */
export function hearersOf(authorityId: number) {
  return Officer.managersOf({ id: authorityId }).orderBy('id')
}

/**
 * Sets a public day.
 *
 * @throws Refusal
 */
export async function setPublicDay(officer: Officer, typed: Typed) {
  const hearers = await hearersOf(officer.authorityId)
  const read = typed.read((form) => readDay(form, hearers))
  const { authorityId, id: setBy } = officer
  try {
    return await again(() => PublicDay.create({ authorityId, setBy, ...read }))
  } catch (error) {
    if (isDuplicate(error, 'day')) throw new Refusal({ field: 'day', rule: 'taken' })
    throw error
  }
}

/** When and where people are heard, and how long each of them. */
export function readHours(form: Form) {
  const day = form.day('day', { required: true })
  if (day && day < today()) form.wrong('day', 'past')
  return {
    day: day?.toISODate() ?? '',
    beginsAt: form.as('begins', TimeOfDay, { required: true, wrong: 'time' }),
    minutes: form.as('minutes', Minutes, { required: true, wrong: 'number' }),
    place: form.line('place', { max: LONGEST.public_days.place }),
  }
}

function readDay(form: Form, hearers: readonly Officer[]) {
  const hearer = { parse: (login: string) => hearers.find((one) => one.login === login) ?? null }
  return {
    ...readHours(form),
    heardBy: form.as('heardBy', hearer, { required: true, wrong: 'choice' })?.id,
  }
}
