import type { HttpContext } from '@adonisjs/core/http'
import { onwards } from '../approving/onwards.ts'
import { readMarks } from '../approving/marks/read_marks.ts'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'
import { Stock } from '../stock.ts'

/** The head sends an answer back, with what is to be mended. */
export default class RevisionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'sendBack', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      form.demandSeen(answer.version)
      const letter = new Stock(form.petition.locale).citizenText(answer)
      await answer.sendBack(form.officer, form.text('reason'), readMarks(form.own, letter))
      return onwards(form, 'response.flash.sentBack')
    })
  }
}
