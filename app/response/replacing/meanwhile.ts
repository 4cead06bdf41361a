import { Charge, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { dateTime } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Names } from '../card/names.ts'
import type { AnswerReplacement } from '../models/answer_replacement.ts'
import { shownReplacements } from './shown.ts'

const RULES = {
  waiting: 'replacementWaiting',
  given: 'replacementGiven',
  refused: 'replacementRefused',
} as const

/**
 * What a colleague wrote since somebody began to write, and what became of it, as a sentence; null: nobody.
 *
 * @param all of the petition, the last one first
 * @param seen id of the last one that the page showed; null: nothing was begun
 */
export function meanwhile(
  all: readonly AnswerReplacement[],
  { officer, seen, names }: { officer: Officer; seen: number | null; names: Names }
) {
  const theirs = all.find(({ id, writtenBy }) => id > (seen ?? id) && writtenBy !== officer.id)
  if (!theirs) return null
  const at = dateTime(theirs.decidedAt ?? theirs.writtenAt, officer.locale)
  return {
    rule: RULES[theirs.state],
    values: { officer: names.officer(theirs.writtenBy) ?? '–', at },
  }
}

/** Why a form that was made before cannot be taken. */
export async function overtaken(petition: Petition, officer: Officer, typed: Typed) {
  const [, seen] = /^\d{1,9}\.(\d{1,9})$/.exec(typed.text('seen')) ?? []
  const catalogue = await Catalogue.of(petition.authorityId)
  const all = await shownReplacements(petition, officer, new Charge(petition, catalogue))
  const names = await Names.of(
    all.map(({ writtenBy }) => writtenBy),
    [],
    catalogue
  )
  const theirs = seen ? meanwhile(all, { officer, seen: Number(seen), names }) : null
  return new Refusal({ field: 'version', ...(theirs ?? { rule: 'changed' }) })
}
