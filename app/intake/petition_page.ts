import { Catalogue } from '#organisation'
import { FormToken } from './form_token.ts'
import { PrivacyNotice } from './models/privacy_notice.ts'
import { MAX_TEXT } from './petition_form.ts'

/** What an empty petition form needs: a fresh token, the lists, the notice. All from memory. */
export async function petitionPage(locale: string) {
  const catalogue = await Catalogue.current()
  const notice = await PrivacyNotice.current(locale)
  return {
    token: FormToken.issue(),
    max: MAX_TEXT,
    notice: { version: notice.version },
    units: catalogue.units
      .filter((unit) => !unit.isBureau)
      .map(({ code, name }) => ({ code, name })),
    headings: catalogue.headings.map((heading) => ({
      name: heading.name,
      subjects: catalogue.subjects
        .filter((subject) => subject.headingId === heading.id)
        .map(({ code, name }) => ({ code, name })),
    })),
  }
}
