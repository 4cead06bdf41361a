import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { navigation } from '../navigation.ts'
import { workAs } from '../standing_in/capacity.ts'
import type { Substitution } from '../models/substitution.ts'

/** From now on somebody works in the place of another who is away, or again as oneself. */
export default class StandInsController {
  store(ctx: HttpContext) {
    const asked = Typed.from(ctx).text('substitution')
    const one = ctx.capacity.open.find(({ id }) => String(id) === asked)
    if (one) return this.#work(ctx, one)
    ctx.session.flash('done', { key: 'organisation.flash.standInOver', params: {} })
    return ctx.response.redirect().status(303).toPath('/hesap')
  }

  destroy(ctx: HttpContext) {
    return this.#work(ctx, null)
  }

  /** On to the first page that there is in this place. */
  async #work(ctx: HttpContext, one: Substitution | null) {
    const { officer, session, response } = ctx
    workAs(session, one)
    officer.actsFor = one?.officer ?? null
    const [first] = navigation(ctx, await officer.loadRoles())
    return response
      .redirect()
      .status(303)
      .toPath(first?.href ?? '/hesap')
  }
}
