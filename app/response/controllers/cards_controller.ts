import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Card } from '../card/card.ts'
import { keptFor } from '../card/kept.ts'

/** An officer opens a petition's card. */
export default class CardsController {
  async show(ctx: HttpContext) {
    const card = await Card.open(ctx)
    const asked = Typed.asked(ctx)
    const page = await card.page({ ...keptFor(ctx, card.petition), asked })
    return ctx.view.render('response/cards/show', { ...page, open: null })
  }
}
