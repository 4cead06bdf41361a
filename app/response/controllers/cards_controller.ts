import type { HttpContext } from '@adonisjs/core/http'
import { Card } from '../card/card.ts'
import { keptFor } from '../card/kept.ts'

/** An officer opens a petition's card. */
export default class CardsController {
  async show(ctx: HttpContext) {
    const card = await Card.open(ctx)
    const page = await card.page(keptFor(ctx, card.petition))
    return ctx.view.render('response/cards/show', { ...page, open: null })
  }
}
