import db from '@adonisjs/lucid/services/db'
import { Catalogue, type Officer } from '#organisation'
import type { Wave } from '../../models/wave.ts'
import { membersOf } from '../answering/members.ts'

/** So many stand on a page, out of so many of the newest that are looked at. */
const SHOWN = 30
const LOOKED_AT = 300
/** So much says what it is about. */
const FIRST = 120

/** Some members of a wave that this officer's unit can answer, the newest first. */
export async function someOf(wave: Wave, officer: Officer, { isCopy }: { isCopy: boolean }) {
  const looked = await newestOf(wave, isCopy ? ['copy'] : ['asks', 'number', 'says'])
  if (looked.length === 0) return []
  const catalogue = await Catalogue.of(wave.authorityId)
  const theirs = await membersOf(wave, officer, catalogue)
    .whereIn('wave_members.id', looked)
    .select('wave_members.id', 'wave_members.petition_id', 'wave_members.read_as')
  // Sorted here: some three hundred at most, and no database sorts what it has by an index.
  const shown = theirs.toSorted((one, other) => other.id - one.id).slice(0, SHOWN)
  return lines(shown)
}

async function lines(members: { petition_id: number; read_as: string }[]) {
  if (members.length === 0) return []
  const ids = members.map((row) => row.petition_id)
  const rows = await db.from('petitions').whereIn('id', ids).select('id', 'number', 'text')
  const petitions = new Map(rows.map((row) => [row.id as number, row]))
  return members.map(({ petition_id: id, read_as: why }) => {
    const { number, text } = petitions.get(id) as { number: string; text: string }
    return { id, number, why, firstLine: firstOf(text) }
  })
}

/** Its first line, cut behind a word. */
function firstOf(text: string) {
  const line = text.split('\n', 1)[0]!.trim()
  return line.length > FIRST ? `${line.slice(0, FIRST).replace(/\s\S{0,30}$/, '')} …` : line
}

/** Ids of the newest that are read as one of these: each along its own index. */
async function newestOf({ id }: Wave, ways: string[]) {
  const ids: number[] = []
  for (const way of ways) {
    const members = db.from('wave_members').where({ wave_id: id, read_as: way })
    const rows = await members.orderBy('id', 'desc').limit(LOOKED_AT).select('id')
    ids.push(...rows.map((row) => row.id as number))
  }
  return ids.toSorted((one, other) => other - one).slice(0, LOOKED_AT)
}

/** Up to which member a page speaks of. */
export async function newestMember({ id }: Wave) {
  const members = db.from('wave_members').where('wave_id', id)
  const last = await members.orderBy('id', 'desc').select('id').first()
  return (last?.id as number | undefined) ?? 0
}
