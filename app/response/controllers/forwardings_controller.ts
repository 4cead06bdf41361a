import type { HttpContext } from '@adonisjs/core/http'
import { Forwarding, UnitMissing } from '#routing'
import { CardForm } from '../card/form.ts'

/** The bureau sends a petition on to the outside body that is competent. */
export default class ForwardingsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'forward', async (form) => {
      const unit = ctx.catalogue.unitByCode(form.text('unit'))
      if (!unit) throw new UnitMissing()
      const letter = {
        documentNumber: form.textOrNull('document_number'),
        text: form.textOrNull('text'),
      }
      await Forwarding.make(form.petition, unit, form.officer, letter)
      return { to: 'card', key: 'routing.flash.forwarded', params: { unit: unit.name } }
    })
  }
}
