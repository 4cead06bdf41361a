import type { HttpContext } from '@adonisjs/core/http'
import { unlock } from '#organisation'
import { officerAt } from '../officers/officer_at.ts'

/** Kilidi açma: what was counted against somebody's login is forgotten. */
export default class OfficerUnlocksController {
  async store(ctx: HttpContext) {
    const person = await officerAt(ctx)
    await unlock(person, ctx.officer)
    ctx.session.flash('done', { key: 'administration.flash.officerUnlocked', params: {} })
    return ctx.response.redirect().status(303).toRoute('officers.show', { id: person.id })
  }
}
