import type { HttpContext } from '@adonisjs/core/http'
import { Typed, type Words } from '#shared/typed/typed'
import { PetitionForm } from '../form/petition_form.ts'
import { PrivacyNotice } from '../models/privacy_notice.ts'

/** Where a form is read: in which authority's words and whose language its problems are said. */
export type Place = Pick<HttpContext, 'catalogue' | 'i18n' | 'officer' | 'request'>

/** What was written, held against what the authority has today. */
export async function readForm({ catalogue, i18n, request }: Place, words: Words) {
  const form = new PetitionForm({ i18n, request }, 'desk', new Typed(words))
  const { id } = catalogue.authority
  const notice = await PrivacyNotice.shown(id, i18n.locale, form.typed.text('notice'))
  return { form, details: form.details(catalogue, notice.version) }
}
