import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { extendLaw } from '../extending/extend_law.ts'

/** Kanundaki sürenin uzatılması: on a ground of law 4982 art. 11. */
export default class LawExtensionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'extendLaw', async (form) => {
      await extendLaw(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'response.flash.lawExtended' }
    })
  }
}
