import { Charge, Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer } from '../models/answer.ts'
import { isReleasable } from './releasable.ts'

/** So many answers of a unit are held against a new one, of so many that it wrote last. */
const HELD_AGAINST = 10
const PAGE = 30

/** What the unit in charge answered to others lately, as far as this officer may read it. */
export async function lastAnswersOf(petition: Petition, officer: Officer) {
  const { unit } = await Charge.of(petition)
  return lastOfUnit(unit.id, officer, async () => new Set([petition.id]))
}

/** @param own which of these petitions are no others */
export async function lastOfUnit(
  unitId: number,
  officer: Officer,
  own: (ids: number[]) => Promise<ReadonlySet<number>>
) {
  const rows = (await lately(unitId).limit(PAGE)).filter(({ submittedAt }) => submittedAt)
  const theirs = await own(rows.map(({ petitionId }) => petitionId))
  const others = rows.filter(({ petitionId }) => !theirs.has(petitionId))
  const ids = [...new Set(others.map(({ petitionId }) => petitionId))]
  const seen = ids.length > 0 ? await Petition.seenBy(officer, ids).select('petitions.id') : []
  return others
    .filter(({ petitionId }) => seen.some(({ id }) => id === petitionId))
    .slice(0, HELD_AGAINST)
    .map(({ text }) => text)
}

/** What an officer's unit answered and may release: a page of what it wrote, which may end short. */
export async function givenLately(officer: Officer, before: number | null) {
  const query = lately(officer.atUnit ?? -1).limit(PAGE + 1)
  if (before) query.where('id', '<', before)
  const found = await query
  const some = found.slice(0, PAGE)
  const petitions = await Petition.seenBy(officer, [...new Set(some.map((row) => row.petitionId))])
  const catalogue = await Catalogue.of(officer.authorityId)
  const rows = []
  for (const petition of petitions.toSorted((one, other) => other.id - one.id)) {
    if (!(await isReleasable(petition))) continue
    const { number, shownNumber, subjectId, outcome, concludedAt: at } = petition
    const subject = catalogue.subject(subjectId)?.nameIn(officer.locale) ?? null
    rows.push({ number, shown: shownNumber, subject, outcome, at })
  }
  return { rows, next: found.length > PAGE ? some.at(-1)!.id : null }
}

function lately(unitId: number) {
  return Answer.query().where('unit_id', unitId).orderBy('id', 'desc')
}
