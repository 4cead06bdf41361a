import type { HttpContext } from '@adonisjs/core/http'
import { pageOrFragment } from '#shared/fragment'
import { offeredAt, withText } from '../ready_texts/offering.ts'

/** Hazır metinler of one answer: beside its draft, where one goes into it. */
export default class OfferedTextsController {
  async index(ctx: HttpContext) {
    const page = 'response/ready_texts/offered'
    return pageOrFragment(ctx, page, 'response/ready_texts/_offered', await offeredAt(ctx))
  }

  /** Without a script: the card again with all that was typed, and the texts or one of them in it. */
  store(ctx: HttpContext) {
    return withText(ctx)
  }
}
