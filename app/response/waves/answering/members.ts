import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import db from '@adonisjs/lucid/services/db'
import { Charge, readableBy } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import type { Wave } from '../../models/wave.ts'
import { narrowToWave } from '../eligible.ts'

/** Where a petition can be answered by its unit; by the bureau also what waits to be routed. */
const AT_UNIT = ['routed', 'inProgress']
const AT_BUREAU = ['received', 'returned', ...AT_UNIT]
/** So many are answered by one approval; what is more waits for the next one. */
const MOST = 20_000

interface Among {
  trx?: TransactionClientContract
  /** absent: all of its members */
  some?: DatabaseQueryBuilderContract
}

/**
 * Members that the officer's unit is in charge of and that this officer sees: none that became a matter
 * of its own since, such as one whose petitioner is hidden now.
 */
export function membersOf(
  wave: Wave,
  officer: Officer,
  catalogue: Catalogue,
  { trx, some }: Among = {}
) {
  const query = (trx ?? db)
    .from(some?.as('wave_members') ?? 'wave_members')
    // Members first: SQLite would look through all that the unit has.
    .crossJoin('petitions', 'petitions.id', 'wave_members.petition_id')
    .where('wave_members.wave_id', wave.id)
    .whereIn('petitions.stage', officer.isOfBureau ? AT_BUREAU : AT_UNIT)
  readableBy(query, officer, { authorityId: officer.authorityId })
  narrowToWave(query, catalogue)
  return Charge.ofUnit(query, officer.atUnit)
}

/** The petitions that one approval answers: copies alone, up to the last one that the page spoke of. */
export async function toAnswer(
  wave: Wave,
  officer: Officer,
  until: number,
  trx: TransactionClientContract
) {
  const rows = await membersOf(wave, officer, await Catalogue.of(wave.authorityId), { trx })
    .where('wave_members.read_as', 'copy')
    .where('wave_members.id', '<=', until)
    .orderBy('wave_members.id')
    .limit(MOST)
    .select('petitions.id')
  return rows.map(({ id }) => id as number)
}
