import type { HttpContext } from '@adonisjs/core/http'
import { signingSheet } from '../slip/signing_sheet.ts'

/** The petition on paper, for the hand of whoever brings it. */
export default class SigningSheetsController {
  async show(ctx: HttpContext) {
    return ctx.view.render('intake/signing_sheets/show', await signingSheet(ctx))
  }
}
