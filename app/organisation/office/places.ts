import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'
import { Neighbourhood } from '../models/neighbourhood.ts'

/** A form on a slow line offers no more; whoever lives in another one writes it. */
const OFFERED = 400
/** More than the largest province has. */
const MOST = 4000

const CALLED: Record<string, string> = { quarter: 'Mahallesi', village: 'Köyü' }

/** A quarter or village, as people call it: Akçay Mahallesi. */
export interface PlaceRow {
  id: number
  kind: string
  called: string
  closedOn: DateTime | null
}

/** The quarters and villages of an authority by their names, closed ones too. */
export async function placeRowsOf(
  authorityId: number,
  trx?: TransactionClientContract
): Promise<PlaceRow[]> {
  const query = Neighbourhood.query(trx && { client: trx }).where('authority_id', authorityId)
  const rows = await query.orderBy('folded_name').limit(MOST)
  return rows.map(({ id, kind, name, closedOn }) => {
    const called = isCalled(name) ? name : `${name} ${CALLED[kind]}`
    return { id, kind, called, closedOn }
  })
}

/** Those that a form offers. */
export function offered(rows: readonly PlaceRow[]) {
  const open = rows.filter(({ closedOn }) => !closedOn)
  return open.slice(0, OFFERED).map(({ called }) => called)
}

function isCalled(name: string) {
  return / (mahallesi|koyu)$/.test(folded(name))
}

/**
 * A place as the list has it, where the words are a whole name of it, with or without what it is
 * called, Turkish letters and capitals; else as it was typed. A street behind it stays behind it.
 */
export function placeIn(text: string, places: readonly string[]) {
  const [first = '', ...rest] = text.split(',')
  const named = bare(first)
  const found = named ? places.filter((place) => bare(place) === named) : []
  return found.length === 1 ? [found[0]!, ...rest].join(',') : text
}

/** As names of places are compared. */
export function bare(name: string) {
  return folded(name)
    .trim()
    .replace(/ (mahallesi|mahalle|mah\.?|mh\.?|koyu|koy)$/, '')
}
