import type { HttpContext } from '@adonisjs/core/http'
import { Card } from '../card/card.ts'

/** An officer opens a petition's card. */
export default class CardsController {
  async show(ctx: HttpContext) {
    const card = await Card.open(ctx)
    return ctx.view.render('response/cards/show', {
      ...(await card.page()),
      open: null,
      unsent: [],
    })
  }
}
