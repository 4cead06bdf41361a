import db from '@adonisjs/lucid/services/db'
import type { About } from '../visibility/about.ts'

const ABOUT = ['unit_id', 'officer_id', 'authority_id'].map((one) => `petitions.complained_${one}`)
const BY = ['unit_questions.unit_id', 'petitions.decider', ...ABOUT]

/** How many open questions a unit has, of petitions that complain about the same, or about nobody. */
export interface AskedOfUnit extends About {
  unitId: number
  count: number
}

/** Those of an authority's units: of open questions alone, by unit. */
export async function askedOfUnits(authorityId: number): Promise<AskedOfUnit[]> {
  const rows: Record<string, string | number | null>[] = await db
    .from('units')
    // Crosswise: SQLite would go through all that was ever asked, of whatever unit.
    .crossJoin('unit_questions', 'unit_questions.unit_id', 'units.id')
    .join('petitions', 'petitions.id', 'unit_questions.petition_id')
    .where({ 'units.authority_id': authorityId, 'unit_questions.state': 'open' })
    .groupBy(BY)
    .select(BY)
    .count('unit_questions.id as asked')
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    complainedUnitId: Number(row.complained_unit_id) || null,
    complainedOfficerId: Number(row.complained_officer_id) || null,
    complainedAuthorityId: Number(row.complained_authority_id) || null,
    decider: String(row.decider),
    count: Number(row.asked),
  }))
}
