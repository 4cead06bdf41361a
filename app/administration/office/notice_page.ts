import type { HttpContext } from '@adonisjs/core/http'
import { PrivacyNotice } from '#intake'
import { ChangesList, Overtaken } from '#organisation'
import type { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'

export const NOTICE_PAGE = 'administration/privacy_notices/edit'

/** The notice in force with the versions before it; what was typed goes over it. */
export async function noticePage({ catalogue }: HttpContext, typed?: Typed, refusal?: Refusal) {
  const { id } = catalogue.authority
  const newest = await PrivacyNotice.newest(id)
  const { rows } = await ChangesList.of('notice', id)
  return {
    rows,
    versions: await PrivacyNotice.versionsOf(id),
    inForce: newest.version,
    seen: refusal instanceof Overtaken || !typed ? newest.version : typed.text('version'),
    typed: { tr: newest.tr, en: newest.en, ...typed?.words },
    preview: null,
  }
}
