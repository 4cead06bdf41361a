import { bare, type Catalogue, type PlaceRow } from '#organisation'
import { folded } from '#shared/folded_text'
import { placeNamed } from '../place_named.ts'

interface Gazetteer {
  byName: Map<string, PlaceRow>
  names: string[]
}

const gazetteers = new WeakMap<Catalogue, Gazetteer>()

/** The quarter or village of the authority that the place of a petition names; null when it names none. */
export function placeOf(place: string | null, catalogue: Catalogue): PlaceRow | null {
  if (!place) return null
  const { byName, names } = gazetteerOf(catalogue)
  const [first = ''] = place.split(',')
  const known = byName.get(folded(first).trim()) ?? byName.get(bare(first))
  return known ?? byName.get(folded(placeNamed(place, names) ?? '')) ?? null
}

function gazetteerOf(catalogue: Catalogue) {
  const known = gazetteers.get(catalogue)
  if (known) return known
  const { neighbourhoods } = catalogue
  const alone = Map.groupBy(neighbourhoods, ({ called }) => bare(called))
  const byName = new Map(neighbourhoods.map((one) => [folded(one.called), one]))
  // Of a quarter and a village of one name the name alone says nothing.
  for (const [name, rows] of alone) if (rows.length === 1) byName.set(name, rows[0]!)
  const made = { byName, names: neighbourhoods.map(({ called }) => called) }
  gazetteers.set(catalogue, made)
  return made
}
