import type { Petition } from '#intake'
import { placeIn, type Catalogue } from '#organisation'
import { folded } from '#shared/folded_text'

/**
 * What a petition says beside its words, as features: its kind, its place as far as the authority's
 * list has it (whatever else was typed there may be a person's address), and whether that is a village,
 * where the gendarmerie is the police and another body mends the roads.
 */
export function factsOf(
  { kind, place }: Pick<Petition, 'kind' | 'place'>,
  { places, authority }: Pick<Catalogue, 'places' | 'authority'>
) {
  const [first = ''] = place ? placeIn(place, places).split(',') : []
  const name = places.includes(first) ? folded(first) : ''
  const sort = / koyu?$/.test(name) ? ['=village'] : name ? ['=quarter'] : []
  const metropolitan = authority.metropolitan ? ['=metropolitan'] : []
  return [`=${kind}`, ...(name ? [`@${name}`] : []), ...sort, ...metropolitan]
}
