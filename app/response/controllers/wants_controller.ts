import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { pageOrFragment } from '#shared/fragment'
import { Problems, Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { marked, wantsAt, wantsPage } from '../checks/wants.ts'
import { Want } from '../models/want.ts'

/** İstenenler: what a petition asks for, ticked off as it is answered. */
export default class WantsController {
  async show(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async update(ctx: HttpContext) {
    const petition = await wantsAt(ctx)
    try {
      await Want.mark(petition, ctx.officer, await marked(petition, ctx.officer, Typed.from(ctx)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      ctx.response.status(error.status)
      const problems = new Problems(ctx.i18n, 'response').addAll(error)
      return this.#page(ctx, { problems, typed: Typed.from(ctx).words })
    }
    const to = addressOf('wants.show', ctx.i18n.locale, { number: petition.number })
    return ctx.response.redirect().status(303).toPath(to)
  }

  async #page(ctx: HttpContext, rest: object) {
    const page = { typed: {}, ...(await wantsPage(ctx, await wantsAt(ctx))), ...rest }
    return pageOrFragment(ctx, 'response/wants/show', 'response/wants/_list', page)
  }
}
