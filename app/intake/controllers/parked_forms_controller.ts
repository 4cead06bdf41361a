import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { formAgain } from '../desk/form_again.ts'
import { parkedFor, parkForm } from '../desk/parking.ts'
import { FormToken } from '../form/form_token.ts'
import { ParkedForm } from '../models/parked_form.ts'
import { wasReceivedWith } from '../receiving/sent_twice.ts'
import { desk } from './desk_controller.ts'

/** Bekletilen formlar: half-written petitions that wait while somebody else is served. */
export default class ParkedFormsController {
  async index({ officer, view }: HttpContext) {
    return view.render('intake/parked_forms/index', { rows: await parkedFor(officer) })
  }

  async store(ctx: HttpContext) {
    const typed = Typed.from(ctx)
    const token = typed.text('token')
    const state = FormToken.check(token)
    const trouble = state === 'valid' && (await wasReceivedWith(token)) ? 'used' : state
    if (trouble !== 'valid') {
      const page = await formAgain(ctx)
      page.problems.add('token', trouble)
      return desk(ctx, page, 422)
    }
    await parkForm(ctx.officer, typed)
    ctx.session.flash('done', { key: 'intake.parked.done' })
    return ctx.response.redirect().status(303).toPath(addressOf('desk.create', ctx.i18n.locale))
  }

  /** Goes on with one, unless another officer was faster; to this one it is then not there. */
  async update({ i18n, officer, params, response, view }: HttpContext) {
    const id = Number(params.id)
    if (await ParkedForm.take(id, officer)) {
      const to = addressOf('desk.create', i18n.locale, {}, { bekleyen: String(id) })
      return response.redirect().status(303).toPath(to)
    }
    response.status(404)
    return view.render('intake/parked_forms/index', { rows: await parkedFor(officer), gone: true })
  }
}
