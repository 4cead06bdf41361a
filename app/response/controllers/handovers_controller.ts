import type { HttpContext } from '@adonisjs/core/http'
import { authorities } from '#organisation'
import { Handover } from '#routing'
import { CardForm } from '../card/form.ts'

/** Sevk: the bureau hands a petition to another authority, which has it from now on. */
export default class HandoversController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'handOver', async (form) => {
      const { petition, officer } = form
      const code = form.text('authority')
      const to = (await authorities()).find((authority) => authority.code === code)
      await Handover.make(petition, to, officer, form.text('note'))
      // A manager, who hands on complaints about the bureau, has no queue to go back to.
      const back = officer.mayOpen('queue.index') ? 'queue' : 'register'
      return { to: back, key: 'routing.flash.handedOver', params: { authority: to!.name } }
    })
  }
}
