import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { UrgencySchema } from '#database/schema'
import { type Catalogue, ruleFor } from '#organisation'
import { momentColumn, stamp } from '#shared/dates/stored'
import { urgentUntil } from '../urgency/clock.ts'
import type { Level } from '../urgency/level.ts'

/** Who is told, one after the other, while nobody has written what was done. */
const RUNGS = ['unit', 'head', 'chief', 'manager'] as const
export type Rung = (typeof RUNGS)[number]
/** Between two of them. */
const PAUSE = { minutes: 15 }

interface Setting {
  petitionId: number
  level: Level
  /** of the authority where it lies */
  catalogue: Catalogue
}

/** Aciliyet: since when a petition is urgent and until when somebody must look. None where it never was. */
export class Urgency extends UrgencySchema {
  static table = 'urgencies'

  @column.dateTime(momentColumn)
  declare since: DateTime

  @column.dateTime(momentColumn)
  declare until: DateTime

  @column.dateTime(momentColumn)
  declare climbsAt: DateTime | null

  declare level: Level

  /** From now on it is of this level; the clock begins anew. */
  static async set({ petitionId, level, catalogue }: Setting, trx: TransactionClientContract) {
    const since = DateTime.utc()
    const row = {
      ...{ level, since, climbed: 0 },
      until: level === 'ordinary' ? since : lookUntil(since, level, catalogue),
      climbsAt: level === 'atOnce' ? since.plus(PAUSE) : null,
    }
    const known = await this.query({ client: trx }).where('petition_id', petitionId).first()
    if (known) await known.merge(row).useTransaction(trx).save()
    else if (level !== 'ordinary') await this.create({ petitionId, ...row }, { client: trx })
  }

  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).first()
  }

  /** Those of which the next rung is to be told, the longest waiting first. */
  static due(most: number) {
    return this.query()
      .where('climbs_at', '<=', stamp(DateTime.utc()))
      .orderBy('climbs_at')
      .orderBy('id')
      .limit(most)
  }

  /** Who is told next; undefined: everybody was. */
  get next(): Rung | undefined {
    return RUNGS[this.climbed]
  }

  /** The rung that was told last. */
  get last(): Rung | undefined {
    return RUNGS[this.climbed - 1]
  }

  /** The next rung was told just now. */
  climb(trx: TransactionClientContract) {
    this.climbed++
    this.climbsAt = this.climbed === RUNGS.length ? null : DateTime.utc().plus(PAUSE)
    return this.useTransaction(trx).save()
  }
}

/** As the rule of this level has it. */
function lookUntil(since: DateTime, level: Level, catalogue: Catalogue) {
  const { days: hours } = ruleFor(catalogue.rules, 'look', '', level)
  return urgentUntil(since, hours, catalogue)
}
