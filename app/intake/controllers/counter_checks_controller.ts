import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { askForCode } from '../recognising/ask_for_code.ts'
import { RecognitionForm } from '../recognising/recognition_form.ts'

const PAGE = 'intake/counter_checks/create'

/** Gişe: who stands at the counter is known before anything is said of their petition. */
export default class CounterChecksController {
  async create(ctx: HttpContext) {
    const form = await RecognitionForm.of(ctx, 'speak')
    return ctx.view.render(PAGE, await form.page())
  }

  async store(ctx: HttpContext) {
    const form = await RecognitionForm.of(ctx, 'speak')
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const { id: check } = await form.check(typed)
        const { number } = form.petition
        const to = addressOf('counter_talks.create', ctx.i18n.locale, { number, check })
        return ctx.response.redirect().status(303).toPath(to)
      },
      (typed) => form.page(typed.text('asked'), typed)
    )
  }

  /** Sends a code to the recorded telephone, and asks for it. */
  update(ctx: HttpContext) {
    return askForCode(ctx, PAGE, 'speak')
  }
}
