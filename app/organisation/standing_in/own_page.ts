import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { colleaguesOf } from './person.ts'
import { SubstitutionsList } from './substitutions_list.ts'

export const OWN_PAGE = 'organisation/substitutions/index'

/** Who stood in for oneself, and who might. */
export async function ownPage({ officer }: HttpContext) {
  return {
    rows: await SubstitutionsList.of(officer),
    colleagues: await colleaguesOf(officer),
  }
}

export function goOn({ session, response, officer }: HttpContext, key: string) {
  session.flash('done', { key: `organisation.flash.${key}`, params: {} })
  return response
    .redirect()
    .status(303)
    .toPath(addressOf('own_substitutions.index', officer.locale))
}
