import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { askForFee, noteFeePaid } from '../extending/fee.ts'

/** Ücret bildirimi: what access to information costs, and that it was paid. */
export default class FeeNoticesController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'askFee', async (form) => {
      await askForFee(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'response.flash.feeAsked' }
    })
  }

  update(ctx: HttpContext) {
    return CardForm.take(ctx, 'payFee', async (form) => {
      await noteFeePaid(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'response.flash.feePaid' }
    })
  }
}
