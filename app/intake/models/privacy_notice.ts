import { PrivacyNoticeSchema } from '#database/schema'
import { Catalogue } from '#organisation'
import { Remembered } from '#shared/remembered'

/** Aydınlatma metni (KVKK art. 10): versioned; which version was shown is kept with the petition. */
export class PrivacyNotice extends PrivacyNoticeSchema {
  static #newest = new Remembered(async () => {
    const { authority } = await Catalogue.current()
    const notices = await this.query()
      .where('authority_id', authority.id)
      .orderBy('version', 'desc')
    return new Map(['tr', 'en'].map((locale) => [locale, notices.find((n) => n.locale === locale)]))
  })

  /** The version in force, from memory. */
  static async current(locale: string) {
    const newest = await this.#newest.get()
    const notice = newest.get(locale) ?? newest.get('tr')
    if (!notice) throw new Error('no privacy notice: seed the authority first')
    return notice
  }

  static forget() {
    this.#newest.forget()
  }
}
