import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { SurveySchema } from '#database/schema'
import { dayOf, today } from '#shared/dates/turkish_date'
import { sealedColumn } from '#shared/sealed'
import { addressDigest } from '#shared/secret_address'

/** Whether it was solved: yes, in part, or no. */
export const SOLVED = ['yes', 'partly', 'no'] as const
type Solved = (typeof SOLVED)[number]

export const LINK_PURPOSE = 'survey-link'

/**
 * Memnuniyet anketi: what a petitioner is asked after an answer, one for each answer, and what they
 * said of it until its last day. Of the address in the e-mail only a digest is kept.
 */
export class Survey extends SurveySchema {
  declare solved: Solved | null

  /** A citizen's text. */
  @column(sealedColumn)
  declare words: string | null

  /** Of the last answer; null: nobody was asked. */
  static lastOf({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).orderBy('id', 'desc').first()
  }

  /** By the address in an e-mail; null: there is none, or its time is over. */
  static async at(address: string) {
    const found = await this.findBy('link_digest', addressDigest(LINK_PURPOSE, address))
    return found && today() <= dayOf(found.closesOn ?? found.linkUntil) ? found : null
  }

  /** Until the end of its last day in Türkiye; it has none before the answer has reached anybody. */
  get isOpen() {
    return this.closesOn === null || today() <= dayOf(this.closesOn)
  }
}
