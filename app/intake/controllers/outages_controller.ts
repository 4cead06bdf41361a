import type { HttpContext } from '@adonisjs/core/http'
import { petitionPage } from '../form/petition_page.ts'
import { keptQuestions } from '../outage/asking/kept_questions.ts'

/** Kesinti sayfası: what an officer writes on while the line is cut. It holds nothing of anybody. */
export default class OutagesController {
  async show(ctx: HttpContext) {
    const page = await petitionPage(ctx, 'desk', '')
    const asks = keptQuestions(ctx.catalogue, ctx.i18n.locale)
    const lists = { kinds: KINDS, channels: CHANNELS, asks, typed: {} }
    return ctx.view.render('intake/outages/show', { ...page, ...lists })
  }
}

const KINDS = [
  'request',
  'complaint',
  'tipOff',
  'suggestion',
  'informationRequest',
  'dataRequest',
  'thanks',
]
const CHANNELS = ['desk', 'phone']
