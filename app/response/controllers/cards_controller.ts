import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Card } from '../card/card.ts'
import { HandedCard } from '../card/past/handed_card.ts'
import { keptFor } from '../card/kept.ts'

/** An officer opens a petition's card, or what is kept of one that was handed over. */
export default class CardsController {
  async show(ctx: HttpContext) {
    const asked = Typed.asked(ctx)
    const card = await Card.find(ctx)
    if (!card) {
      const handed = await HandedCard.open(ctx)
      return ctx.view.render('response/cards/handed', await handed.page(asked))
    }
    const page = await card.page({ ...keptFor(ctx, card.petition), asked })
    return ctx.view.render('response/cards/show', { ...page, open: null })
  }
}
