import { Petition, PetitionChanged } from '#intake'
import type { Officer, Unit } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { Referral } from '../models/referral.ts'
import { decidedOf, isOurs, type Decided } from './decided.ts'

/** As many as stand on a page. */
const MOST = 30

/** A petition that was chosen, as it was when the page was made. */
export interface Chosen {
  number: string
  version: string
}

/** What became of one: null is done; a refusal's reason; or what another one has decided meanwhile. */
export interface Outcome {
  number: string
  refusal: Refusal | null
  decided: Decided | null
  isDone: boolean
}

/** What a page's form ticked: `p2604812079` with the version that it showed. */
export function chosenIn(typed: Typed): Chosen[] {
  return Object.entries(typed.part('p').words)
    .filter(([number]) => /^\d{10}$/.test(number))
    .map(([number, version]) => ({ number, version }))
}

/**
 * Refers each of these to the unit, one after the other: a step, a message and a transaction of its
 * own. One that cannot be done keeps no other from being done; one that was done by this very form is.
 *
 * @throws Refusal before anything is done, where none or too many are chosen or the note is none
 */
export async function referEach(
  chosen: Chosen[],
  unit: Unit,
  officer: Officer,
  note: string | null
) {
  if (chosen.length === 0) throw new Refusal({ field: 'lot', rule: 'required' })
  if (chosen.length > MOST) {
    throw new Refusal({ field: 'lot', rule: 'most', values: { most: MOST } })
  }
  new Typed({ note }).read((form) => form.multiline('note'))
  const outcomes: Outcome[] = []
  for (const one of chosen) outcomes.push(await refer(one, unit, officer, note))
  return outcomes
}

async function refer(
  { number, version }: Chosen,
  unit: Unit,
  officer: Officer,
  note: string | null
): Promise<Outcome> {
  const ended = { number, refusal: null, decided: null, isDone: false }
  const petition = await Petition.findFor(officer, number)
  if (!petition) return { ...ended, refusal: new Refusal({ field: 'lot', rule: 'gone' }) }
  try {
    if (String(petition.version) !== version) throw new PetitionChanged()
    await Referral.make(petition, unit, officer, note)
    return { ...ended, isDone: true }
  } catch (error) {
    if (error instanceof Refusal) return { ...ended, refusal: error }
    if (!(error instanceof PetitionChanged)) throw error
    const now = (await Petition.findFor(officer, number)) ?? petition
    if (await isOurs(now, unit, officer, note)) return { ...ended, isDone: true }
    return { ...ended, decided: await decidedOf(now, officer) }
  }
}
