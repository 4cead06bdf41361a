import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import type { Action } from '../stages.ts'
import { RecognitionForm } from './recognition_form.ts'

/** Sends a code to the recorded telephone, and gives the page back that asks for it. */
export async function askForCode(ctx: HttpContext, page: string, action: Action) {
  const form = await RecognitionForm.of(ctx, action)
  return takeForm(
    ctx,
    page,
    async (typed) => {
      const asked = await form.send(ctx.request.ip())
      return ctx.view.render(page, await form.page(asked, typed.without('code')))
    },
    (typed) => form.page('', typed)
  )
}
