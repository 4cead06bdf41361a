import type { DateTime } from 'luxon'
import { Petition, PetitionChanged } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Directive, MOST_DIRECTIVES } from '../models/directive.ts'

/** Somebody may be at it at the same moment: so often it is tried after them. */
const TURNS = 4

interface Given {
  text: string
  day: string
  /** null: to the unit in charge */
  officerId: number | null
  givenAt: DateTime
}

/** One petition gets it; the same that is not done yet is not given a second time. @throws Refusal */
export async function giveOne(petition: Petition, officer: Officer, given: Given) {
  for (let turn = 1; turn <= TURNS; turn++) {
    try {
      return await write(await Petition.findOrFail(petition.id), officer, given)
    } catch (error) {
      if (!(error instanceof PetitionChanged)) throw error
    }
  }
  throw new Refusal({ field: 'stage', rule: 'busy' })
}

function write(petition: Petition, officer: Officer, given: Given) {
  return petition.change(async (current, trx) => {
    const open = (await Directive.of(current, trx)).filter(({ isDone }) => !isDone)
    const { text, day, officerId } = given
    const isSame = (one: Directive) =>
      one.isFrom(officer) && one.text === text && one.day === day && one.officerId === officerId
    if (open.some(isSame)) return
    if (open.length >= MOST_DIRECTIVES) {
      const values = { number: current.shownNumber, most: MOST_DIRECTIVES }
      throw new Refusal({ field: 'directive', rule: 'enough', values })
    }
    const of = { authorityId: current.authorityId, petitionId: current.id }
    const row = { ...of, ...given, givenBy: officer.id }
    const alongside = () => Directive.create(row, { client: trx })
    await current.take({ kind: 'directed', officer, note: text, alongside, trx })
  })
}
