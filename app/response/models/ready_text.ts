import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ReadyTextSchema } from '#database/schema'
import { firstOf, Officer } from '#organisation'

/** So many an authority has at most, those that are switched off too. */
export const MOST_READY_TEXTS = 300
/** So many are offered beside one answer, and shown of what one said before. */
const MOST_OFFERED = 30
const SHOWN = 20

/**
 * Hazır metin: what an authority keeps for its answers, for one subject or for all. A row never says
 * anything else: who changes it closes it and enters another.
 */
export class ReadyText extends ReadyTextSchema {
  @belongsTo(() => Officer, { foreignKey: 'writtenBy' })
  declare author: BelongsTo<typeof Officer>

  /** All of an authority, as they are now. */
  static at(authorityId: number) {
    const own = this.query().where('authority_id', authorityId).whereNull('closed_at')
    return own.orderBy('id', 'desc').limit(MOST_READY_TEXTS)
  }

  /** What is offered for a subject: its own first, then what is for all; in a language that has words. */
  static offered(authorityId: number, subjectId: number | null, locale: string) {
    const own = this.query()
      .where({ authority_id: authorityId, is_on: true })
      .whereNull('closed_at')
    own.where((some) => {
      some.whereNull('subject_id')
      if (subjectId) some.orWhere('subject_id', subjectId)
    })
    if (locale === 'en') own.whereNotNull('text_en')
    return own.orderByRaw('subject_id is null, title, id').limit(MOST_OFFERED)
  }

  /** What it said before, the latest first. */
  static saidBefore(text: ReadyText) {
    const first = firstOf(text)
    const chain = this.query().where(
      (one) => void one.where('first_id', first).orWhere('id', first)
    )
    const closed = chain.whereNotNull('closed_at').preload('author')
    return closed.orderBy('id', 'desc').limit(SHOWN)
  }

  /** In the language in which somebody will read it. */
  wordsIn(locale: string) {
    return locale === 'en' && this.textEn ? this.textEn : this.text
  }
}
