import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { longDate } from '#shared/dates/turkish_date'
import type { PetitionRow } from '../../lists/row.ts'
import { saidToEach } from '../../striking/said.ts'
import type { Clue } from '../asking/clue.ts'
import { termsOfDay } from '../words/days.ts'
import { marked, type Piece } from './marked.ts'

/** Where what was looked for stands, in the order in which it is shown. */
export interface Why {
  where: 'text' | 'place' | 'subject' | 'unit' | 'day'
  pieces: Piece[]
}

interface Row {
  id: number
  kind: string
  authority_id: number
  desk: string
  text: string
  place: string | null
}

/** Why each of these was found: what of it the officer reads, with the words marked. */
export async function whyFound(
  officer: Officer,
  rows: readonly PetitionRow[],
  clues: readonly Clue[]
): Promise<Map<number, Why[]>> {
  const terms = new Set(clues.flat())
  if (terms.size === 0 || rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const texts: Row[] = await db
    .from('petitions')
    .whereIn('id', ids)
    .select('id', 'kind', 'authority_id', 'desk', 'text', 'place')
  const said = await saidToEach(
    texts.map((row) => ({ ...row, authorityId: row.authority_id })),
    officer
  )
  const byId = new Map(texts.map((row, at) => [row.id, said[at]!]))
  return new Map(rows.map((row) => [row.id, whyOf(row, byId.get(row.id), terms, officer.locale)]))
}

function whyOf(
  row: PetitionRow,
  said: { text: string | null; place: string | null } | undefined,
  terms: ReadonlySet<string>,
  locale: string
): Why[] {
  const isThatDay = termsOfDay(row.receivedAt).some((term) => terms.has(term))
  const day = [{ text: longDate(row.receivedAt, locale), isMarked: true }]
  const all: [Why['where'], Piece[] | null][] = [
    ['text', marked(said?.text ?? null, terms)],
    ['place', marked(said?.place ?? null, terms)],
    ['subject', marked(row.subject, terms)],
    ['unit', marked(row.unit, terms)],
    ['day', isThatDay ? day : null],
  ]
  return all.flatMap(([where, pieces]) => (pieces ? [{ where, pieces }] : []))
}
