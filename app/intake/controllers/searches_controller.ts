import type { HttpContext } from '@adonisjs/core/http'
import { PetitionList } from '../petition_list.ts'
import { searchFilter } from '../register_filter.ts'
import { registerPage } from './register_controller.ts'

/**
 * Somebody's petitions by number, telephone or identity number. Sent and answered without an
 * address of its own: identity numbers do not belong into a server's log or a browser's history.
 */
export default class SearchesController {
  async store(ctx: HttpContext) {
    const words = ctx.request.input('ara', '')
    const { rows } = await PetitionList.page(ctx.officer, searchFilter(words))
    ctx.view.share({ typed: { ara: words } })
    return registerPage(ctx, {
      rows,
      title: ctx.i18n.t('intake.register.title.search'),
      filter: {},
    })
  }
}
