import { folded } from '#shared/folded_text'
import { Neighbourhood } from '../models/neighbourhood.ts'

/** A form on a slow line offers no more; whoever lives in another one writes it. */
const OFFERED = 400

const CALLED: Record<string, string> = { quarter: 'Mahallesi', village: 'Köyü' }

/** The open quarters and villages of an authority, as people call them: Akçay Mahallesi. */
export async function placesOf(authorityId: number) {
  const rows = await Neighbourhood.query()
    .where('authority_id', authorityId)
    .whereNull('closed_on')
    .orderBy('folded_name')
    .limit(OFFERED)
  return rows.map(({ name, kind }) => (isCalled(name) ? name : `${name} ${CALLED[kind]}`))
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

function bare(name: string) {
  return folded(name)
    .trim()
    .replace(/ (mahallesi|mahalle|mah\.?|mh\.?|koyu|koy)$/, '')
}
