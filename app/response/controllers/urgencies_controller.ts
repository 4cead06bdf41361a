import type { HttpContext } from '@adonisjs/core/http'
import { changeUrgency, endUrgency } from '#routing'
import { CardForm } from '../card/form.ts'

/** Aciliyet: the desk changes it, and whoever called somebody ends it. */
export default class UrgenciesController {
  update(ctx: HttpContext) {
    return CardForm.take(ctx, 'setUrgency', async (form) => {
      const said = { level: form.text('level'), why: form.text('why') }
      await changeUrgency(form.petition, form.officer, said)
      return { to: 'card', key: 'routing.flash.urgencySet' }
    })
  }

  destroy(ctx: HttpContext) {
    return CardForm.take(ctx, 'meetUrgency', async (form) => {
      const said = { called: form.text('called'), done: form.text('done') }
      await endUrgency(form.petition, form.officer, said)
      return { to: 'card', key: 'routing.flash.urgencyMet' }
    })
  }
}
