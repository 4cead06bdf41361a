import db from '@adonisjs/lucid/services/db'
import type { Stored } from '#shared/dates/stored'
import { SuggestionModel } from '../models/suggestion_model.ts'

/** Of the newest ones, so many: some days of a busy bureau. */
const NEWEST = 200
/** From these on, in percent; below the last one there is no other. */
const BANDS = [80, 60, 0]

interface Row {
  suggested_unit_id: number | null
  certainty: number | null
  place: number | null
  given_back_at: Stored | null
  kind: string
  circle: string
  complained_unit_id: number | null
  complained_officer_id: number | null
  decider: string
}

/**
 * How often officers did what was suggested, of an authority's newest referrals: figures of nobody.
 * What is not everybody's (tip-offs, restricted petitions, complaints about units) is not among them.
 */
export async function acceptance(authorityId: number) {
  const all = (await newest(authorityId)).filter(isEverybodys)
  const rows = all.filter((row) => row.suggested_unit_id !== null)
  const model = (await SuggestionModel.newestOf([authorityId])).get(authorityId) ?? null
  const bands = BANDS.map((from, at) => {
    const below = BANDS[at - 1] ?? Infinity
    return { from, ...counted(rows.filter(({ certainty }) => isWithin(certainty, from, below))) }
  })
  const bySomebody = { from: null, ...counted(rows.filter(({ certainty }) => certainty === null)) }
  return { model, referrals: all.length, ...counted(rows), bands: [...bands, bySomebody] }
}

/** The petitions are looked up by their keys, of as many rows as there may be and no more. */
function newest(authorityId: number): Promise<Row[]> {
  return db
    .from('suggestion_choices')
    .join('petitions', 'petitions.id', 'suggestion_choices.petition_id')
    .where('suggestion_choices.authority_id', authorityId)
    .select('suggested_unit_id', 'certainty', 'suggestion_choices.place', 'given_back_at')
    .select('petitions.kind', 'petitions.circle', 'petitions.complained_unit_id')
    .select('petitions.complained_officer_id', 'petitions.decider')
    .orderBy('suggestion_choices.id', 'desc')
    .limit(NEWEST)
}

function isEverybodys({ kind, circle, decider, ...about }: Row) {
  const isAbout = about.complained_unit_id ?? about.complained_officer_id
  return kind !== 'tipOff' && circle === 'house' && isAbout === null && decider === 'unit'
}

function isWithin(certainty: number | null, from: number, below: number) {
  return certainty !== null && certainty >= from && certainty < below
}

function counted(rows: readonly Row[]) {
  const first = rows.filter(({ place }) => place === 1)
  return {
    suggested: rows.length,
    first: share(first, rows),
    three: share(
      rows.filter(({ place }) => place !== null),
      rows
    ),
    /** of those that went where it said, how many came back */
    back: share(
      first.filter(({ given_back_at: at }) => at !== null),
      first
    ),
  }
}

/** Of one; null of nothing. */
function share(some: readonly Row[], all: readonly Row[]) {
  return all.length === 0 ? null : some.length / all.length
}
