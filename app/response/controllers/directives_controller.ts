import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { give } from '../directives/give.ts'
import { directivesOf } from '../directives/lists.ts'
import { givePage } from '../directives/page.ts'

const NEW = 'response/directives/create'

/** Talimatlar: what managers want done with petitions. */
export default class DirectivesController {
  async index(ctx: HttpContext) {
    const lists = await directivesOf(ctx.officer)
    const gives = ctx.officer.mayOpen('directives.create')
    return ctx.view.render('response/directives/index', { ...lists, gives })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render(NEW, await givePage(ctx, Typed.asked(ctx).text('numara')))
  }

  store(ctx: HttpContext) {
    const save = async (typed: Typed) => {
      const { length: count } = await give(ctx.officer, typed)
      ctx.session.flash('done', { key: 'response.directives.given', params: { count } })
      const to = addressOf('directives.index', ctx.i18n.locale)
      return ctx.response.redirect().status(303).toPath(to)
    }
    return takeForm(ctx, NEW, save, async (typed) => {
      return { ...(await givePage(ctx, '')), typed: typed.words }
    })
  }
}
