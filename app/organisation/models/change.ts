import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ChangeSchema } from '#database/schema'
import { Officer } from './officer.ts'

/** What can be changed: a row of which table. */
export const THINGS = [
  'officer',
  'unit',
  'heading',
  'subject',
  'holiday',
  'rule',
  'reminderRule',
  'routingRule',
  'authority',
  'notice',
  'neighbourhood',
  'substitution',
  'import',
  'readyText',
] as const
export type Thing = (typeof THINGS)[number]

/** What was done to it. */
export const SORTS = [
  'added',
  'amended',
  'closed',
  'reopened',
  'merged',
  'moved',
  'begun',
  'ended',
  'password',
  'unlocked',
  'signedOut',
  'undone',
] as const
export type ChangeSort = (typeof SORTS)[number]

/** One field: what stood there and what stands there now, as people read it; codes for what has words. */
export interface ChangedField {
  field: string
  was: string | null
  is: string | null
}

/** Değişiklik: one thing that somebody changed about an authority. Nothing is ever taken from these. */
export class Change extends ChangeSchema {
  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  /** In whose place it was changed. */
  @belongsTo(() => Officer, { foreignKey: 'actedFor' })
  declare absent: BelongsTo<typeof Officer>

  get changed(): ChangedField[] {
    return JSON.parse(this.fields)
  }
}
