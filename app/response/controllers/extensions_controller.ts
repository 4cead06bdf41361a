import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { askExtension, decideExtension } from '../extending/extend.ts'

/** Süre uzatma: a unit asks for a later day than was promised, and its head decides. */
export default class ExtensionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'extend', async (form) => {
      await askExtension(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'response.flash.extensionAsked' }
    })
  }

  update(ctx: HttpContext) {
    return CardForm.take(ctx, 'decideExtension', async (form) => {
      const granted = form.typed.intent !== 'refuse'
      await decideExtension(form.petition, form.officer, granted)
      const key = granted ? 'response.flash.extended' : 'response.flash.extensionRefused'
      return { to: 'card', key }
    })
  }
}
