import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { endSession } from '../signing_in/own_sessions.ts'

/** One of one's own sessions, on whatever machine, ended from here. */
export default class OwnSessionsController {
  async destroy(ctx: HttpContext) {
    const { officer, session, response } = ctx
    await endSession(officer, Typed.from(ctx).text('session'))
    session.flash('done', { key: 'organisation.flash.sessionEnded', params: {} })
    return response.redirect().status(303).toPath('/hesap')
  }
}
