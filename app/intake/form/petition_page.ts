import type { HttpContext } from '@adonisjs/core/http'
import type { Catalogue } from '#organisation'
import type { Listed } from '../attachments/drafts/listed.ts'
import { FormToken } from './form_token.ts'
import { PrivacyNotice } from '../models/privacy_notice.ts'
import { Options } from './options.ts'
import type { Door } from './petition_form.ts'
import { STATISTICS } from './statistics.ts'

/** What an empty petition form needs: a fresh token, the lists, the notice. All from memory. */
export async function petitionPage(
  { i18n: { locale }, catalogue }: HttpContext,
  door: Door,
  token = FormToken.issue()
) {
  const notice = await PrivacyNotice.current(catalogue.authority.id, locale)
  return {
    token,
    turn: 1,
    withFiles: false,
    files: [] as Listed[],
    notice: { version: notice.version },
    ...listsOf(catalogue, locale, door),
    statistics: catalogue.authority.asksStatistics ? STATISTICS : null,
  }
}

const lists = new WeakMap<Catalogue, Map<string, ReturnType<typeof plainLists>>>()

/** Made once for each reading of the catalogue, language and door. */
export function listsOf(catalogue: Catalogue, locale: string, door: Door) {
  const ofAll = lists.get(catalogue) ?? new Map<string, ReturnType<typeof plainLists>>()
  lists.set(catalogue, ofAll)
  const known = ofAll.get(locale + door) ?? plainLists(catalogue, locale, door)
  ofAll.set(locale + door, known)
  return known
}

/** What is meant for the office only is not offered to citizens. */
function plainLists(catalogue: Catalogue, locale: string, door: Door) {
  const { units, headings, subjects, places } = catalogue
  const asking = subjects.filter((subject) => catalogue.questionsOf(subject).length > 0)
  const groups = headings
    .filter(({ officeOnly }) => door === 'desk' || !officeOnly)
    .map((heading) => ({
      name: heading.nameIn(locale),
      choices: subjects
        .filter(({ headingId }) => headingId === heading.id)
        .map((subject) => ({ code: subject.code, name: subject.nameIn(locale) })),
    }))
  return {
    unitOptions: Options.of(units),
    placeOptions: Options.named(places),
    subjectOptions: Options.grouped(groups),
    /** codes of the subjects that have questions of their own; '' where none has */
    asking: asking.map(({ code }) => code).join(' '),
  }
}
