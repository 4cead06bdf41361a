import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { showResult } from '../following/follow.ts'
import { showJoin } from '../joining/join_page.ts'
import { PetitionNumber } from '../petition_number.ts'
import { typedLookUp } from '../look_up/typed_look_up.ts'
import { PetitionJoin } from '../models/petition_join.ts'

const PAGE = 'intake/lookups/create'

/**
 * A citizen asks what became of a petition. The answer to the POST is the page itself, with no
 * redirect: an address that showed a result could be passed on, kept in a history or guessed.
 */
export default class LookupsController {
  /** A slip's QR code brings the number along; the code is typed. */
  create(ctx: HttpContext) {
    const number = PetitionNumber.parse(Typed.asked(ctx).text('numara'))
    return ctx.view.render(PAGE, number ? { typed: { number: number.shown } } : {})
  }

  store(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    return takeForm(ctx, PAGE, async (typed) => {
      const found = await typedLookUp(typed, ctx.request.ip())
      return found instanceof PetitionJoin ? showJoin(ctx, found) : showResult(ctx, found)
    })
  }
}
