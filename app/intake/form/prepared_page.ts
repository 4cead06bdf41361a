import type { HttpContext } from '@adonisjs/core/http'
import { FormToken } from './form_token.ts'

/** Stands in a prepared page where each visitor's token goes; no word of ours, no markup. */
const TOKEN = 'each-visitor-gets-a-token-of-their-own'

const prepared = new WeakMap<object, Map<string, string>>()

/**
 * A citizen's empty page: the same for everybody but for the token of its form, so it is made once
 * for each language, address and reading of the catalogue; the province's for each of the installation. Half of what a submission cost was making
 * its form.
 */
export async function preparedPage(
  { view, i18n, route, site, catalogue }: HttpContext,
  template: string,
  data: (token: string) => Promise<object>
) {
  const of = site.authority ? catalogue : site.installation
  const pages = prepared.get(of) ?? new Map<string, string>()
  prepared.set(of, pages)
  const key = `${route?.name} ${i18n.locale}`
  const known = pages.get(key) ?? (await view.render(template, await data(TOKEN)))
  pages.set(key, known)
  return known.replace(TOKEN, () => FormToken.issue())
}
