import db from '@adonisjs/lucid/services/db'

/** How many open questions a unit has, of petitions that complain about one unit or about none. */
export interface AskedOfUnit {
  unitId: number
  complainedUnitId: number | null
  count: number
}

/** Those of an authority's units: of open questions alone, by unit. */
export async function askedOfUnits(authorityId: number): Promise<AskedOfUnit[]> {
  const rows: Record<string, number | null>[] = await db
    .from('units')
    .join('unit_questions', 'unit_questions.unit_id', 'units.id')
    .join('petitions', 'petitions.id', 'unit_questions.petition_id')
    .where({ 'units.authority_id': authorityId, 'unit_questions.state': 'open' })
    .groupBy('unit_questions.unit_id', 'petitions.complained_unit_id')
    .select('unit_questions.unit_id', 'petitions.complained_unit_id')
    .count('unit_questions.id as asked')
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    complainedUnitId: row.complained_unit_id ?? null,
    count: Number(row.asked),
  }))
}
