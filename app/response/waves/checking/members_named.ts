import { Catalogue, type Officer } from '#organisation'
import type { Wave } from '../../models/wave.ts'
import { membersOf } from '../answering/members.ts'

/** So many of one wave are looked at. */
const MOST = 60

/** Which of these names are of those to whom the answer goes, by their keys. */
export async function membersNamed(wave: Wave, officer: Officer, keys: readonly string[]) {
  if (keys.length === 0) return new Set<string>()
  const members = membersOf(wave, officer, await Catalogue.of(wave.authorityId))
  const rows = await members
    .join('petitioners', 'petitioners.petition_id', 'petitions.id')
    .where('petitioners.authority_id', wave.authorityId)
    .whereIn('petitioners.name_index', [...new Set(keys)])
    .limit(MOST)
    .select('petitioners.name_index')
  return new Set(rows.map((row) => row.name_index as string))
}
