import type { HttpContext } from '@adonisjs/core/http'
import { printed } from '../card/letters/letter.ts'

/** The answer of a petition as a letter, to be printed and handed over or sent. */
export default class LettersController {
  async show(ctx: HttpContext) {
    return ctx.view.render('response/letters/show', await printed(ctx))
  }
}
