import type { HttpContext } from '@adonisjs/core/http'
import { closeNeighbourhood } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import { seenIn } from '../kept_row.ts'
import { kept } from '../office/kept.ts'
import {
  NEIGHBOURHOOD_PAGE,
  neighbourhoodAt,
  neighbourhoodPage,
} from '../office/neighbourhood_page.ts'

/** A place that is no more, or is again. */
export default class NeighbourhoodClosingsController {
  store(ctx: HttpContext) {
    return this.#close(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return this.#close(ctx, false)
  }

  #close(ctx: HttpContext, isClosed: boolean) {
    return takeForm(
      ctx,
      NEIGHBOURHOOD_PAGE,
      async (typed) => {
        const row = await neighbourhoodAt(ctx)
        const seen = seenIn(typed)
        await closeNeighbourhood({ row, seen, author: ctx.officer }, isClosed)
        return kept(ctx, 'neighbourhoods.index', true)
      },
      (typed, refusal) => neighbourhoodPage(ctx, typed, refusal)
    )
  }
}
