import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { showResult } from '../following/follow.ts'
import { showJoin } from '../joining/join_page.ts'
import { typedLookUp } from '../look_up/typed_look_up.ts'
import { PetitionJoin } from '../models/petition_join.ts'

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
    return takeForm(ctx, PAGE, async (typed) => {
      const found = await typedLookUp(typed, ctx.request.ip())
      return found instanceof PetitionJoin ? showJoin(ctx, found) : showResult(ctx, found)
    })
  }
}
