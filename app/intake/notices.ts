import type { Author } from '#organisation'
import { administer, noteChange, Overtaken } from '#organisation'
import { isDuplicate } from '#shared/database/transaction'
import type { Form } from '#shared/typed/typed'
import { DateTime } from 'luxon'
import { PrivacyNotice } from './models/privacy_notice.ts'

const NOTICE_LOCALES = ['tr', 'en'] as const

/** A notice as a form says it, in both languages. */
export function readNotice(form: Form) {
  return {
    tr: form.multiline('tr', { required: true }),
    en: form.multiline('en', { required: true }),
  }
}
type Texts = ReturnType<typeof readNotice>

/**
 * A new version for whoever opens the form from now on; a petition keeps the one that its form showed.
 *
 * @param seen the version that the form was opened at
 * @returns whether it says anything new
 * @throws Overtaken
 */
export async function publishNotice(
  authority: { id: number; name: string },
  texts: Texts,
  seen: number,
  author: Author
) {
  try {
    const isNew = await administer(async (trx) => {
      const kept = await PrivacyNotice.newest(authority.id, trx)
      if (kept.tr === texts.tr && kept.en === texts.en) return false
      if (kept.version !== seen) throw new Overtaken()
      const [version, publishedAt] = [kept.version + 1, DateTime.utc()]
      const rows = NOTICE_LOCALES.map((locale) => ({ locale, text: texts[locale] }))
      const own = { authorityId: authority.id, version, publishedAt }
      await PrivacyNotice.createMany(
        rows.map((row) => ({ ...own, ...row })),
        { client: trx }
      )
      const fields = [{ field: 'version', was: String(kept.version), is: String(version) }]
      const about = { authorityId: authority.id, thing: 'notice', thingId: authority.id } as const
      await noteChange({ ...about, name: authority.name, sort: 'amended', fields }, author, trx)
      return true
    })
    PrivacyNotice.forget()
    return isNew
  } catch (error) {
    // Two at the same moment.
    throw isDuplicate(error, 'version') ? new Overtaken() : error
  }
}
