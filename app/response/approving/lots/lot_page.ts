import { Access, Petition } from '#intake'
import type { Officer } from '#organisation'
import { Stock } from '../../stock.ts'
import { groupOf } from './groups.ts'

/**
 * The petitions of one text, as a list has them, and the answer as the first of them would get it.
 * Leaves a row that this officer looked at that one (KVKK 6698).
 */
export async function lotPage(officer: Officer, number: string) {
  const group = await groupOf(officer, number)
  const [first] = group
  const petition = first ? await Petition.findFor(officer, first.row.number) : null
  if (!first || !petition) return { number, rows: [], read: null, outcome: null, words: '' }
  await Access.record(officer, { petition })
  const letter = new Stock(petition.locale).citizenText(first.answer)
  return {
    number,
    rows: group.map(({ row, why }) => ({ ...row, why })),
    read: { letter, locale: petition.locale },
    outcome: first.answer.outcome,
    words: first.words,
  }
}
