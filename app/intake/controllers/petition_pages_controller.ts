import type { HttpContext } from '@adonisjs/core/http'
import { OVER } from '../form/pages/pages.ts'
import { firstPage, PagedForm } from '../form/pages/paged_form.ts'
import { preparedPage } from '../form/prepared_page.ts'
import { KEPT_AT_HOME } from './petitions_controller.ts'

/** Soru soru: a citizen applies on the web, one question a page. Nothing is written before the end. */
export default class PetitionPagesController {
  async create(ctx: HttpContext) {
    ctx.response.header('cache-control', KEPT_AT_HOME)
    return preparedPage(ctx, PAGE, (token) => firstPage(ctx, token))
  }

  async store(ctx: HttpContext) {
    const form = new PagedForm(ctx)
    ctx.response.header('cache-control', KEPT_AT_HOME)
    if (form.isLeft) return ctx.view.render('intake/petitions/create', await form.whole())
    const page = await form.next()
    ctx.response.status('problems' in page ? 422 : 200)
    return ctx.view.render(page.part === OVER ? LAST : PAGE, page)
  }
}

const PAGE = 'intake/petition_pages/show'
const LAST = 'intake/petition_pages/over'
