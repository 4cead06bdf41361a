import type { HttpContext } from '@adonisjs/core/http'
import { UnitNote } from '#routing'
import { CardForm } from '../card/form.ts'

/** Birime not: the desk reminds the unit of a petition, or tells it something more. */
export default class UnitNotesController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'remind', async (form) => {
      await UnitNote.make(form.petition, form.officer, form.text('note'))
      return { to: 'card', key: 'routing.flash.reminded' }
    })
  }
}
