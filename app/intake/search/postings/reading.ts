import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { moment, type Stored } from '#shared/dates/stored'
import { Charge } from '../../charge.ts'
import { Striking } from '../../models/striking.ts'
import { termsOfDay } from '../words/days.ts'
import { termsOf } from '../words/terms.ts'
import type { Written } from './entry.ts'
import { scopeOfAuthority, scopeOfUnit, struck, written } from './scopes.ts'

interface Row {
  id: number
  kind: string
  authority_id: number
  unit_id: number
  desk: string
  subject_id: number | null
  text: string
  place: string | null
  received_at: Stored
}

const COLUMNS = ['id', 'kind', 'authority_id', 'unit_id', 'desk', 'subject_id', 'text', 'place']

/** What is to be found of these petitions, as they stand now; null of those that are not there. */
export async function readEntries(
  ids: readonly number[],
  trx: TransactionClientContract
): Promise<Map<number, Written | null>> {
  const petitions = trx.from('petitions').whereIn('id', [...ids])
  const rows = (await petitions.select(...COLUMNS, 'received_at')) as Row[]
  const readers = await trx
    .from('petition_readers')
    .whereIn('petition_id', [...ids])
    .whereNull('until')
    .whereNull('kept_by')
    .select('petition_id', 'unit_id')
  const units = Map.groupBy(readers, ({ petition_id: id }) => id as number)
  const entries = new Map<number, Written | null>(ids.map((id) => [id, null]))
  for (const row of rows) {
    const own = (units.get(row.id) ?? []).map(({ unit_id: id }) => scopeOfUnit(id))
    entries.set(row.id, await entryOf(row, [...new Set(own)], trx))
  }
  return entries
}

async function entryOf(row: Row, units: string[], trx: TransactionClientContract) {
  const catalogue = await Catalogue.of(row.authority_id)
  const scope = scopeOfAuthority(row.authority_id)
  if (row.kind !== 'tipOff') return of([scope, ...units], termsAbout(row, row, catalogue))
  const left = await Striking.of(row, trx)
  const words = { text: left.words('text') ?? '', place: left.words('place') }
  return {
    ...of([written(scope)], termsAbout(row, row, catalogue)),
    ...of([scope, ...units].map(struck), termsAbout(row, words, catalogue)),
  }
}

function of(scopes: string[], terms: string[]): Written {
  return Object.fromEntries(scopes.map((scope) => [scope, terms]))
}

/** Its words, its place, what it is about, who is in charge of it, and when it came. */
function termsAbout(row: Row, said: { text: string; place: string | null }, catalogue: Catalogue) {
  const subject = catalogue.subject(row.subject_id)
  const { unit } = new Charge({ unitId: row.unit_id, desk: row.desk }, catalogue)
  const names = [subject?.nameIn('tr'), unit.name, unit.shortName]
  const words = [said.text, said.place ?? '', ...names.map((name) => name ?? '')]
  return [...new Set([...termsOf(words.join('\n')), ...termsOfDay(moment(row.received_at))])]
}
