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

  static forget() {
    this.#known.forget()
  }

  static async #of(authorityId: number, locale: string) {
    const known = await this.#known.get()
    return known.get(`${authorityId} ${locale}`) ?? known.get(`${authorityId} tr`) ?? []
  }
}
