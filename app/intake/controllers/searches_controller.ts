import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { keptFound } from '../lists/kept_found.ts'
import { PetitionList } from '../lists/petition_list.ts'
import { searchFilters } from '../lists/register_filter.ts'
import { searchedBySlip } from '../outage/of_slip.ts'
import { scopeOf } from '../lists/scope.ts'
import { registerPage } from './register_controller.ts'

/**
 * Somebody's petitions by number, telephone, identity number or the short code of a slip. Sent and answered without an
 * address of its own: identity numbers do not belong into a server's log or a browser's history.
 */
export default class SearchesController {
  async store(ctx: HttpContext) {
    const { officer, i18n, view } = ctx
    const typed = Typed.from(ctx)
    const after = typed.text('sonra')
    const words = typed.text('ara')
    const named = searchFilters(words)
    const bySlip = await searchedBySlip(officer, words)
    const filters = [...named, ...(bySlip?.filters ?? [])]
    const { next, ...page } = await PetitionList.anyOf(officer, filters, after)
    const kept = after ? [] : await keptFound(officer, filters)
    // Of each page: whoever makes up where a page begins has searched as well.
    const searched = bySlip ? [...named, bySlip.searched] : named
    await Access.record(officer, { searched })
    view.share({ typed: typed.words })
    return registerPage(ctx, {
      ...page,
      title: i18n.t('intake.register.title.search'),
      scope: await scopeOf(officer, ''),
      filter: {},
      found: { next, isFirst: !after },
      kept,
    })
  }
}
