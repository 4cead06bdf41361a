import type { HttpContext } from '@adonisjs/core/http'
import type { Catalogue } from '#organisation'
import { FormToken } from './form_token.ts'

/** Stands in a prepared page where each visitor's token goes; no word of ours, no markup. */
const TOKEN = 'each-visitor-gets-a-token-of-their-own'

const prepared = new WeakMap<Catalogue, Map<string, string>>()

/**
 * A citizen's empty page: the same for everybody but for the token of its form, so it is made once
 * for each language and each reading of the catalogue. Half of what a submission cost was making
 * its form.
 */
export async function preparedPage(
  { view, i18n, route, catalogue }: HttpContext,
  template: string,
  data: (token: string) => Promise<object>
) {
  const pages = prepared.get(catalogue) ?? new Map<string, string>()
  prepared.set(catalogue, pages)
  const key = `${route?.name} ${i18n.locale}`
  const known = pages.get(key) ?? (await view.render(template, await data(TOKEN)))
  pages.set(key, known)
  return known.replace(TOKEN, () => FormToken.issue())
}
