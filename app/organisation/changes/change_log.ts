import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Change, type ChangedField, type ChangeSort, type Thing } from '../models/change.ts'

/** Who changes something, and in whose place; nobody from the command line. */
export type Author = { id: number; actsFor?: { id: number } | null } | null

/** What was changed, and in what words it is found again. */
export interface Changed {
  /** null: of the whole installation */
  authorityId: number | null
  thing: Thing
  thingId: number
  /** what it is called now */
  name: string
  sort: ChangeSort
  fields?: ChangedField[]
}

/** Keeps that something was changed, in the transaction that changes it. */
export function noteChange(
  { authorityId, thing, thingId, name, sort, fields = [] }: Changed,
  author: Author,
  trx: TransactionClientContract
) {
  const row = {
    ...{ authorityId, thing, thingId, sort, name: name.slice(0, LONGEST_NAME) },
    officerId: author?.id ?? null,
    actedFor: author?.actsFor?.id ?? null,
    madeAt: DateTime.utc(),
    fields: JSON.stringify(fields),
  }
  return Change.create(row, { client: trx })
}

const LONGEST_NAME = 200

/** The fields that differ, in the order of the second; both as people read them. */
export function differing(was: Facts, is: Facts): ChangedField[] {
  return Object.entries(is)
    .map(([field, now]) => ({ field, was: was[field] ?? null, is: now }))
    .filter((one) => one.was !== one.is)
}

/** What stands in each field of a thing, as people read it; null where nothing does. */
export type Facts = Record<string, string | null>
