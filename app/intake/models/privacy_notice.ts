import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PrivacyNoticeSchema } from '#database/schema'
import { Remembered } from '#shared/remembered'

/** Aydınlatma metni (KVKK art. 10): versioned; which version was shown is kept with the petition. */
export class PrivacyNotice extends PrivacyNoticeSchema {
  /** Every version of every authority, the newest first; a handful in all the years. */
  static #known = new Remembered(async () => {
    const notices = await this.query().orderBy('version', 'desc')
    return Map.groupBy(notices, ({ authorityId, locale }) => `${authorityId} ${locale}`)
  })

  /** The version in force, from memory. */
  static async current(authorityId: number, locale: string) {
    const [newest] = await this.#of(authorityId, locale)
    if (!newest) throw new Error('no privacy notice: seed the authority first')
    return newest
  }

  /** The version that a form names as shown; the one in force where it names none of ours. */
  static async shown(authorityId: number, locale: string, version: string) {
    const notices = await this.#of(authorityId, locale)
    const named = notices.find((notice) => String(notice.version) === version)
    return named ?? this.current(authorityId, locale)
  }

  /** The version that a form of it is opened at, in both languages, as it is kept now. */
  static async newest(authorityId: number, trx?: TransactionClientContract) {
    const of = this.query(trx && { client: trx }).where({ authority_id: authorityId })
    const [first, second] = await of.orderBy('version', 'desc').limit(2)
    const [tr, en] = first?.locale === 'tr' ? [first, second] : [second, first]
    return { version: first?.version ?? 0, tr: tr?.text ?? '', en: en?.text ?? '' }
  }

  /** The latest versions without their texts, the newest first. */
  static versionsOf(authorityId: number) {
    const own = { authority_id: authorityId, locale: 'tr' }
    return this.query()
      .where(own)
      .select('version', 'published_at')
      .orderBy('version', 'desc')
      .limit(30)
  }

  /** One version in both languages; the Turkish one first. */
  static async version(authorityId: number, version: number) {
    return this.query().where({ authority_id: authorityId, version }).orderBy('locale', 'desc')
  }

  static forget() {
    this.#known.forget()
  }

  static async #of(authorityId: number, locale: string) {
    const known = await this.#known.get()
    return known.get(`${authorityId} ${locale}`) ?? known.get(`${authorityId} tr`) ?? []
  }
}
