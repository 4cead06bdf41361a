import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { ObjectionSchema } from '#database/schema'
import { momentColumn } from '#shared/dates/stored'
import { dayOf, today } from '#shared/dates/turkish_date'
import { sealedColumn } from '#shared/sealed'
import type { DateTime } from 'luxon'
import type { ObjectionLevel } from '../afterwards/objecting/level.ts'

/** With a limit it is asked of each petition: else MariaDB keeps a set of all aside. */
const OWN = `select objections.id from objections
  where objections.petition_id = petitions.id limit 1`

/**
 * İtiraz: what a petitioner says against an answer, once for a petition, within the time of its survey;
 * decided by whoever stands above the one who gave the answer, by a day of its own;
 * above the last one of its authority that is the authority above.
 */
export class Objection extends ObjectionSchema {
  declare state: 'open' | 'upheld' | 'rejected'
  declare level: ObjectionLevel

  /** Whose officers decide it. */
  declare decidingId: number

  /** A citizen's text. */
  @column(sealedColumn)
  declare words: string

  @column.dateTime(momentColumn)
  declare madeAt: DateTime

  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).first()
  }

  /** Narrows a query that knows `petitions` to what nobody has objected to. */
  static none<Query extends DatabaseQueryBuilderContract<any>>(query: Query): Query {
    query.whereRaw(`(${OWN}) is null`)
    return query
  }

  get isOpen() {
    return this.state === 'open'
  }

  get isLate() {
    return this.isOpen && dayOf(this.dueOn) < today()
  }
}
