import { Petition, saidToEach } from '#intake'
import type { Officer } from '#organisation'
import { Stock } from '../../stock.ts'
import { nextWaiting } from '../waiting.ts'
import { groupOf } from './groups.ts'

/** The petitions of one text: the text, and of each what it says and what it would be answered. */
export async function lotPage(officer: Officer, number: string) {
  const group = await groupOf(officer, number)
  const ids = group.map(({ row }) => row.id)
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  const said = await saidToEach(petitions, officer)
  const byId = new Map(petitions.map((petition, at) => [petition.id, { petition, at }]))
  const rows = group.flatMap(({ row, answer }) => {
    const found = byId.get(row.id)
    if (!found) return []
    const { number: own, version, subject, days, dueState, name } = row
    const letter = new Stock(found.petition.locale).citizenText(answer)
    const { locale } = found.petition
    const { text, place } = said[found.at]!
    return [{ number: own, version, subject, days, dueState, name, place, text, letter, locale }]
  })
  const [first] = group
  return {
    number,
    rows,
    outcome: first?.answer.outcome ?? null,
    words: first?.words ?? '',
    next: await nextWaiting(officer, number),
  }
}
