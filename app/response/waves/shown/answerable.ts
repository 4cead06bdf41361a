import db from '@adonisjs/lucid/services/db'
import { Catalogue, type Officer } from '#organisation'
import { union } from '#shared/database/union'
import type { Wave } from '../../models/wave.ts'
import { membersOf } from '../answering/members.ts'

/** So many of the newest of each are looked at. */
const LOOKED_AT = 300

/** Ids of these waves of which an officer's unit can answer one of the newest copies: one statement for all. */
export async function answerable(waves: readonly Wave[], officer: Officer) {
  if (waves.length === 0) return new Set<number>()
  const catalogue = await Catalogue.of(officer.authorityId)
  const parts = waves.map((wave) =>
    membersOf(wave, officer, catalogue, { some: newestOf(wave) })
      .select('wave_members.wave_id')
      .limit(1)
  )
  const rows = await union(parts)
  return new Set(rows.map((row) => Number(row.wave_id)))
}

function newestOf({ id }: Wave) {
  return db
    .from('wave_members')
    .where({ wave_id: id, read_as: 'copy' })
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .select('id', 'wave_id', 'petition_id')
}
