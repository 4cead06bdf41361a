import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { showResult } from '../following/follow.ts'
import { typedLookUp } from '../look_up/typed_look_up.ts'

const PAGE = 'intake/lookups/create'

/**
 * A citizen asks what became of a petition. The answer to the POST is the page itself, with no
 * redirect: an address that showed a result could be passed on, kept in a history or guessed.
 */
export default class LookupsController {
  create({ view }: HttpContext) {
    return view.render(PAGE)
  }

  store(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    return takeForm(ctx, PAGE, async (typed) =>
      showResult(ctx, await typedLookUp(typed, ctx.request.ip()))
    )
  }
}
