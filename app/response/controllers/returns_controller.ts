import type { HttpContext } from '@adonisjs/core/http'
import { Referral } from '#routing'
import { CardForm } from '../card/form.ts'

/** A unit gives a petition back: it is not for this unit. */
export default class ReturnsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'return', async (form) => {
      const referral = await Referral.currentOf(form.petition)
      const suggested = ctx.catalogue.unitByCode(form.text('suggested'))
      await referral.giveBack(form.officer, form.text('reason'), suggested)
      return { to: 'inbox', key: 'routing.flash.returned' }
    })
  }
}
