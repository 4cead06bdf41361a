import type { HttpContext } from '@adonisjs/core/http'
import { hasSheet } from '#shared/packing/has_sheet'
import { SharedPage } from '#shared/packing/shared_page'
import { FormToken } from './form_token.ts'

/** Stands in a prepared page where each visitor's token goes; no word of ours, no markup. */
const TOKEN = 'each-visitor-gets-a-token-of-their-own'

const prepared = new WeakMap<object, Map<string, SharedPage>>()

/**
 * A citizen's empty page: the same for everybody but for the token of its form, so it is made once
 * and packed once for each language, address and reading of the catalogue, with its style in it and
 * without; the province's for each of the installation. Half of what a submission cost was making its form.
 */
export async function preparedPage(
  ctx: HttpContext,
  template: string,
  data: (token: string) => Promise<object>
) {
  const { view, i18n, route, site, catalogue } = ctx
  const of = site.authority ? catalogue : site.installation
  const pages = prepared.get(of) ?? new Map<string, SharedPage>()
  prepared.set(of, pages)
  const key = `${route?.name} ${i18n.locale} ${hasSheet(ctx)}`
  const known = pages.get(key) ?? asBefore(ctx, key, await view.render(template, await data(TOKEN)))
  pages.set(key, known)
  const token = FormToken.issue()
  const page = known.with(token)
  ctx.prepared = { page, packed: (encoding) => known.packed(encoding, token) }
  return page
}

/** The last one of each address: read again, it is hardly ever another, and is not packed again. */
const last = new Map<string, SharedPage>()

function asBefore({ site }: HttpContext, key: string, text: string) {
  const address = `${site.authority?.id} ${site.code} ${key}`
  const before = last.get(address)
  const page = before?.text === text ? before : new SharedPage(text, TOKEN)
  last.set(address, page)
  return page
}
