import type { HttpContext } from '@adonisjs/core/http'
import {
  addNeighbourhood,
  amendNeighbourhood,
  NEIGHBOURHOOD_KINDS,
  NeighbourhoodsList,
  readNeighbourhood,
} from '#organisation'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { seenIn } from '../kept_row.ts'
import { kept } from '../office/kept.ts'
import {
  NEIGHBOURHOOD_PAGE,
  neighbourhoodAt,
  neighbourhoodPage,
} from '../office/neighbourhood_page.ts'

const LIST = 'administration/neighbourhoods/index'

/** Mahalle ve köyler: which places the authority has. */
export default class NeighbourhoodsController {
  async index(ctx: HttpContext) {
    return ctx.view.render(LIST, { typed: { kind: 'quarter' }, ...(await this.#list(ctx)) })
  }

  store(ctx: HttpContext) {
    return takeForm(
      ctx,
      LIST,
      async (typed) => {
        const place = typed.read(readNeighbourhood)
        await addNeighbourhood(ctx.officer.authorityId, place, ctx.officer)
        return kept(ctx, 'neighbourhoods.index', true)
      },
      () => this.#list(ctx)
    )
  }

  async edit(ctx: HttpContext) {
    return ctx.view.render(NEIGHBOURHOOD_PAGE, await neighbourhoodPage(ctx))
  }

  update(ctx: HttpContext) {
    return takeForm(
      ctx,
      NEIGHBOURHOOD_PAGE,
      async (typed) => {
        const place = typed.read(readNeighbourhood)
        const row = await neighbourhoodAt(ctx)
        const seen = seenIn(typed)
        await amendNeighbourhood({ row, seen, author: ctx.officer }, place)
        return kept(ctx, 'neighbourhoods.index', true)
      },
      (typed, refusal) => neighbourhoodPage(ctx, typed, refusal)
    )
  }

  async #list(ctx: HttpContext) {
    const { authorityId, locale } = ctx.officer
    const asked = Typed.asked(ctx)
    const begins = asked.text('ara')
    const after = await NeighbourhoodsList.find(authorityId, asked.text('sonra'))
    const { rows, next } = await NeighbourhoodsList.page(authorityId, { begins, after })
    const address = (more: Record<string, number>) =>
      addressOf('neighbourhoods.index', locale, {}, { ara: begins, ...more })
    return {
      rows,
      begins,
      kinds: NEIGHBOURHOOD_KINDS,
      next: next && address({ sonra: next }),
      first: after && address({}),
    }
  }
}
