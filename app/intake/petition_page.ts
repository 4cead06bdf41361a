import { Catalogue } from '#organisation'
import { FormToken } from './form_token.ts'
import { PrivacyNotice } from './models/privacy_notice.ts'
import { Options } from './options.ts'
import { MAX_TEXT } from './petition_form.ts'

/** What an empty petition form needs: a fresh token, the lists, the notice. All from memory. */
export async function petitionPage(locale: string, token = FormToken.issue()) {
  const notice = await PrivacyNotice.current(locale)
  return {
    token,
    max: MAX_TEXT,
    notice: { version: notice.version },
    ...listsOf(await Catalogue.current()),
  }
}

const lists = new WeakMap<Catalogue, ReturnType<typeof plainLists>>()

/** Made once for each reading of the catalogue. */
function listsOf(catalogue: Catalogue) {
  const known = lists.get(catalogue) ?? plainLists(catalogue)
  lists.set(catalogue, known)
  return known
}

function plainLists({ units, headings, subjects }: Catalogue) {
  const groups = headings.map(({ id, name }) => ({
    name,
    choices: subjects.filter(({ headingId }) => headingId === id),
  }))
  return {
    unitOptions: Options.of(units.filter((unit) => !unit.isBureau)),
    subjectOptions: Options.grouped(groups),
  }
}
