import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { keptFound } from '../lists/kept_found.ts'
import { scopeOf } from '../lists/scope.ts'
import { searchedBySlip } from '../outage/of_slip.ts'
import { search } from '../search/asking/search.ts'
import { keysOf, typedSearch } from '../search/asking/typed_search.ts'
import { rebuilt } from '../search/postings/rebuilding.ts'
import { whyFound } from '../search/why/why_found.ts'
import { registerPage } from './register_controller.ts'

/**
 * Petitions by whatever somebody types: number, telephone, identity number, the short code of a slip,
 * name, words, day. Sent and answered without an address of its own: identity numbers do not belong
 * into a server's log or a browser's history.
 */
export default class SearchesController {
  async store(ctx: HttpContext) {
    const { officer, i18n, view } = ctx
    const typed = Typed.from(ctx)
    const [after, words] = [typed.text('sonra'), typed.text('ara')]
    const sought = typedSearch(words)
    const bySlip = await searchedBySlip(officer, words)
    const keys = [...sought.keys, ...(bySlip?.filters ?? [])]
    const asked = { after, isAlike: typed.has('benzer') }
    const { next, clues, isAlike, ...page } = await search(officer, { ...sought, keys }, asked)
    const kept = after ? [] : await keptFound(officer, keys)
    // Of each page: whoever makes up where a page begins has searched as well.
    const searched = [...keysOf(sought), ...(bySlip ? [bySlip.searched] : [])]
    await Access.record(officer, { searched })
    const why = await whyFound(officer, page.rows, clues)
    view.share({ typed: typed.words })
    return registerPage(ctx, {
      ...page,
      rows: page.rows.map((row) => ({ ...row, why: why.get(row.id) ?? [] })),
      title: i18n.t('intake.register.title.search'),
      scope: await scopeOf(officer, ''),
      filter: {},
      found: { next, isFirst: !after, isAlike, written: await rebuilt() },
      kept,
    })
  }
}
