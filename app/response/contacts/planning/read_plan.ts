import type { Petition } from '#intake'
import { Catalogue, colleaguesOf, type Officer } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { readDay } from './read_day.ts'
import { readTime } from './read_time.ts'
import { PLANNED } from '../ways.ts'

/** What is to be asked or looked at, on a line or two of a list. */
const LONGEST_ASK = 500

/** Who may go or wait: the officer and those of the same unit. */
export async function goers(officer: Officer) {
  return [officer, ...(await colleaguesOf(officer))]
}

/** @throws Refusal with all that is to be mended */
export async function readPlan({ authorityId }: Petition, officer: Officer, typed: Typed) {
  const { calendar } = await Catalogue.of(authorityId)
  const people = await goers(officer)
  return typed.read((form) => {
    const way = form.choice('way', PLANNED, { required: true })
    const day = readDay(form, calendar)
    const logins = people.map(({ login }) => login)
    const login = form.choice('who', logins, { wrong: 'choice' }) ?? officer.login
    return {
      ...{ way, day, at: way === 'call' ? null : readTime(form, day, way === 'meeting') },
      ask: form.multiline('ask', { max: LONGEST_ASK }),
      who: people.find((one) => one.login === login)!.id,
    }
  })
}
