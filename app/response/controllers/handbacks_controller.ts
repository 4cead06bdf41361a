import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { Handover } from '#routing'
import { CardForm } from '../card/form.ts'

/** An authority gives a petition back to the one that sent it; the second time to the governorate. */
export default class HandbacksController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'handBack', async (form) => {
      const { petition, officer } = form
      await Handover.giveBack(petition, officer, form.text('reason'))
      const { authority } = await Catalogue.of(petition.authorityId)
      const back = officer.mayOpen('queue.index') ? 'queue' : 'register'
      return { to: back, key: 'routing.flash.handedBack', params: { authority: authority.name } }
    })
  }
}
