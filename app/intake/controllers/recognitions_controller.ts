import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { askForCode } from '../recognising/ask_for_code.ts'
import { RecognitionForm } from '../recognising/recognition_form.ts'
import { printed } from '../secret/handed_over.ts'

const PAGE = 'intake/recognitions/create'

/** Tanıma: whoever lost the code is known again, and gets a new one. */
export default class RecognitionsController {
  async create(ctx: HttpContext) {
    return ctx.view.render(PAGE, await (await RecognitionForm.of(ctx)).page())
  }

  async store(ctx: HttpContext) {
    const form = await RecognitionForm.of(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const receipt = await printed(form.petition, await form.take(typed))
        const to = addressOf('desk_receipts.show', ctx.i18n.locale, { receipt })
        return ctx.response.redirect().status(303).toPath(to)
      },
      async (typed) => (await RecognitionForm.of(ctx)).page(typed.text('asked'), typed)
    )
  }

  /** Sends a code to the recorded telephone, and asks for it. */
  update(ctx: HttpContext) {
    return askForCode(ctx, PAGE, 'recognise')
  }
}
