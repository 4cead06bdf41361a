import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { OutageFormSchema } from '#database/schema'
import { Officer } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { sealedColumn } from '#shared/sealed'
import type { Words } from '#shared/typed/typed'
import type { Returned } from '../outage/reasons.ts'

type Arrived = Pick<
  OutageForm,
  | 'authorityId'
  | 'tokenDigest'
  | 'contentDigest'
  | 'reference'
  | 'writerId'
  | 'senderId'
  | 'writtenAt'
>

/**
 * Kesinti formu: a form that was written while the line was cut. It is here before anything is made of
 * it, so that nothing is lost whatever happens then, and its words go once there is a petition.
 */
export class OutageForm extends OutageFormSchema {
  @column(sealedColumn)
  declare content: string | null

  @belongsTo(() => Officer, { foreignKey: 'writerId' })
  declare writer: BelongsTo<typeof Officer>

  @belongsTo(() => Officer, { foreignKey: 'senderId' })
  declare sender: BelongsTo<typeof Officer>

  /** The same form, however often it is sent, is the row of the first time. */
  static async keep(arrived: Arrived, token: string, words: Words) {
    const { tokenDigest, contentDigest } = arrived
    const content = JSON.stringify({ token, words })
    const fresh = { isOpen: true, reason: null, petitionId: null }
    const before = () => this.query().where({ tokenDigest, contentDigest }).first()
    const there = await before()
    if (there) return there
    try {
      return await again(() =>
        this.create({ ...arrived, ...fresh, content, arrivedAt: DateTime.utc() })
      )
    } catch (error) {
      if (!isDuplicate(error, 'content_digest')) throw error
      return (await before())!
    }
  }

  /** Those of an officer's own authority alone. */
  static of({ authorityId }: Officer, id: number) {
    return this.query().where({ authority_id: authorityId, id }).first()
  }

  get words(): Words {
    return this.#content.words
  }

  /**
   * Under which it becomes a petition: of what comes under a token that was used, one of its own. The
   * same whenever it is asked, so that two who mend it at once bring one petition.
   */
  get token() {
    const { token } = this.#content
    return this.reason === 'used' || this.reason === 'token' ? `${token}~${this.id}` : token
  }

  get shownReference() {
    return `${this.reference.slice(0, 4)}\u00a0${this.reference.slice(4)}`
  }

  /** Somebody has to look at it. */
  async comeBack(reason: Returned) {
    await this.#settle({ reason })
  }

  /** There is a petition; of whatever came back, `by` has mended it. */
  async became(petition: { id: number }, by: Officer | null = null) {
    const settled = { settled_at: stamp(DateTime.utc()), settled_by: by?.id ?? null }
    await this.#settle({ ...settled, petition_id: petition.id, is_open: false, content: null })
  }

  /** No petition is made of it: an officer has looked and says so. Its words stay until it goes. */
  async close(by: Officer) {
    await this.#settle({
      settled_at: stamp(DateTime.utc()),
      settled_by: by.id,
      is_open: false,
    })
  }

  /** Whoever comes second changes nothing. */
  async #settle(changes: Record<string, unknown>) {
    await again(() => OutageForm.query().where({ id: this.id, is_open: true }).update(changes))
    await this.refresh()
  }

  get #content() {
    return JSON.parse(this.content ?? '{"token":"","words":{}}') as { token: string; words: Words }
  }
}
