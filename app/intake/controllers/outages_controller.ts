import type { HttpContext } from '@adonisjs/core/http'
import { petitionPage } from '../form/petition_page.ts'

/** Kesinti sayfası: what an officer writes on while the line is cut. It holds nothing of anybody. */
export default class OutagesController {
  async show(ctx: HttpContext) {
    const page = await petitionPage(ctx, 'desk', '')
    return ctx.view.render('intake/outages/show', { ...page, kinds: KINDS, channels: CHANNELS })
  }
}

const KINDS = ['request', 'complaint', 'tipOff', 'suggestion', 'informationRequest', 'thanks']
const CHANNELS = ['desk', 'phone']
