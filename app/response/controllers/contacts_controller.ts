import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { Contact } from '../models/contact.ts'

/** A unit has talked with the petitioner, or tried to. */
export default class ContactsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'contact', async (form) => {
      await Contact.make(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'response.flash.contacted' }
    })
  }
}
