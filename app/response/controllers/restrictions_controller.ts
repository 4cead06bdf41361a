import type { HttpContext } from '@adonisjs/core/http'
import { Petition } from '#intake'
import { liftRestriction, restrict } from '#routing'
import { CardForm } from '../card/form.ts'

/** Kısıtlama: the bureau lets only those in charge open a petition, or everybody again. */
export default class RestrictionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'restrict', async (form) => {
      const { petition, officer } = form
      await restrict(petition, officer, form.text('why'))
      // With a unit in charge it is no more the concern of whoever restricted it.
      const stays = await Petition.findFor(officer, petition.number)
      return { to: stays ? 'card' : 'queue', key: 'routing.flash.restricted' }
    })
  }

  destroy(ctx: HttpContext) {
    return CardForm.take(ctx, 'liftRestriction', async (form) => {
      await liftRestriction(form.petition, form.officer, form.text('why'))
      return { to: 'card', key: 'routing.flash.restrictionLifted' }
    })
  }
}
