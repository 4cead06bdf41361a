import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { readAdded } from '../clarifying/read_added.ts'

/** Somebody who has a petition has read what its petitioner added. */
export default class ReadingsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'readAdded', async (form) => {
      await readAdded(form.petition, form.officer)
      return { to: 'card', key: 'response.flash.addedRead' }
    })
  }
}
