import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AmendmentSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'
import type { Field, Recorded } from '../amending/record/fields.ts'
import { Step } from './step.ts'

/** On one page. */
const MOST_SHOWN = 50

/**
 * Kayıt düzeltmesi: what stood in one field of a petition's record before the desk corrected it, and by
 * which step. Sealed, whatever it is: a step is read by units, this by the desk alone.
 */
export class Amendment extends AmendmentSchema {
  @column(sealedColumn)
  declare was: string | null

  declare field: Field

  @belongsTo(() => Step)
  declare step: BelongsTo<typeof Step>

  static async write(
    { id: stepId, petitionId }: Step,
    fields: readonly Field[],
    before: Recorded,
    trx: TransactionClientContract
  ) {
    const rows = fields.map((field) => ({ petitionId, stepId, field, was: before[field] || null }))
    await this.createMany(rows, { client: trx })
  }

  /** Of one petition, the newest first, fifty at most. */
  static of({ id }: { id: number }) {
    const newest = this.query().where('petition_id', id).orderBy('id', 'desc')
    return newest.limit(MOST_SHOWN).preload('step')
  }
}
