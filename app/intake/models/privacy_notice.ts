import { PrivacyNoticeSchema } from '#database/schema'
import { Catalogue } from '#organisation'
import { Remembered } from '#shared/remembered'

/** Aydınlatma metni (KVKK art. 10): versioned; which version was shown is kept with the petition. */
export class PrivacyNotice extends PrivacyNoticeSchema {
  /** Every version by its language, the newest first; a handful in all the years. */
  static #known = new Remembered(async () => {
    const { authority } = await Catalogue.current()
    const notices = await this.query()
      .where('authority_id', authority.id)
      .orderBy('version', 'desc')
    return Map.groupBy(notices, ({ locale }) => locale)
  })

  /** The version in force, from memory. */
  static async current(locale: string) {
    const [newest] = await this.#in(locale)
    if (!newest) throw new Error('no privacy notice: seed the authority first')
    return newest
  }

  /** The version that a form names as shown; the one in force where it names none of ours. */
  static async shown(locale: string, version: string) {
    const notices = await this.#in(locale)
    return (
      notices.find((notice) => String(notice.version) === version) ?? (await this.current(locale))
    )
  }

  static forget() {
    this.#known.forget()
  }

  static async #in(locale: string) {
    const known = await this.#known.get()
    return known.get(locale) ?? known.get('tr') ?? []
  }
}
