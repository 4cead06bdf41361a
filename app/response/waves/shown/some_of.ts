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
  const newest = db.from('wave_members').where('wave_id', wave.id)
  if (isCopy) newest.where('read_as', 'copy')
  else newest.whereIn('read_as', ['asks', 'number', 'says'])
  const looked = await newest.orderBy('id', 'desc').limit(LOOKED_AT).select('id')
  if (looked.length === 0) return []
  const rows = await membersOf(wave, officer, await Catalogue.of(wave.authorityId))
    .whereIn(
      'wave_members.id',
      looked.map(({ id }) => id)
    )
    .orderBy('wave_members.id', 'desc')
    .limit(SHOWN)
    .select('petitions.id', 'petitions.number', 'petitions.text', 'wave_members.read_as')
  return rows.map((row) => ({
    ...{ id: row.id as number, number: row.number as string, why: row.read_as as string },
    firstLine: (row.text as string).slice(0, FIRST).split('\n')[0]!.trim(),
  }))
}

/** Up to which member a page speaks of. */
export async function newestMember({ id }: Wave) {
  const members = db.from('wave_members').where('wave_id', id)
  const last = await members.orderBy('id', 'desc').select('id').first()
  return (last?.id as number | undefined) ?? 0
}
