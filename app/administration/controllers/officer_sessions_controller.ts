import type { HttpContext } from '@adonisjs/core/http'
import { endSessions } from '#organisation'
import { officerAt } from '../officers/officer_at.ts'

/** Somebody's sessions, ended on every machine. */
export default class OfficerSessionsController {
  async destroy(ctx: HttpContext) {
    const person = await officerAt(ctx)
    await endSessions(person, ctx.officer)
    ctx.session.flash('done', { key: 'administration.flash.officerSignedOut', params: {} })
    return ctx.response.redirect().status(303).toRoute('officers.show', { id: person.id })
  }
}
