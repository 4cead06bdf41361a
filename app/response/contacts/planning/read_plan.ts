import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { colleaguesFor } from '../../inbox/assigning/colleagues.ts'
import { readDay } from './read_day.ts'
import { readTime } from './read_time.ts'
import { PLANNED } from '../ways.ts'

/** What is to be asked or looked at, on a line or two of a list. */
const LONGEST_ASK = 500

/** Who may go or wait: the officer and those of the unit in charge, but for whom a complaint is about. */
export async function goers(petition: Petition, officer: Officer) {
  const others = await colleaguesFor(petition)
  return [officer, ...others.filter(({ id }) => id !== officer.id)]
}

/** @throws Refusal with all that is to be mended */
export async function readPlan(petition: Petition, officer: Officer, typed: Typed) {
  const { calendar } = await Catalogue.of(petition.authorityId)
  const people = await goers(petition, officer)
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
