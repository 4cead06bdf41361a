import db from '@adonisjs/lucid/services/db'
import { Catalogue, type Officer } from '#organisation'
import { Charge, OPEN_STAGES, readableBy } from '#intake'
import { today } from '#shared/dates/turkish_date'

/** Open petitions of one unit: all, past their last day, and due today. */
export interface OpenOfUnit {
  unitId: number
  open: number
  late: number
  dueToday: number
}

/**
 * What is open, unit by unit, with one statement. Naming the units lets the index (authority,
 * unit, stage, last day) answer alone; it reads open petitions only, however many are concluded.
 */
export async function openPetitions(officer: Officer): Promise<OpenOfUnit[]> {
  const catalogue = await Catalogue.of(officer.authorityId)
  // An outside body is never in charge of one.
  const inCharge = catalogue.units.filter((unit) => !unit.isExternal).map(({ id }) => id)
  const day = today().toISODate()
  const rows = await readableBy(db.from('petitions'), officer)
    .whereIn(Charge.column, inCharge)
    .whereIn('petitions.stage', [...OPEN_STAGES])
    .groupBy(Charge.column)
    .select(Charge.column)
    .count('* as open')
    .select(db.raw('sum(petitions.due_on < ?) as late', [day]))
    .select(db.raw('sum(petitions.due_on = ?) as due_today', [day]))
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    open: Number(row.open),
    late: Number(row.late),
    dueToday: Number(row.due_today),
  }))
}
