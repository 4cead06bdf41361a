import type { HttpContext } from '@adonisjs/core/http'
import { acceptance } from '#routing'

/** Öneri isabeti: how often officers did what was suggested, of their own authority. */
export default class AcceptancesController {
  async index({ officer, view }: HttpContext) {
    return view.render('insight/acceptances/index', await acceptance(officer.authorityId))
  }
}
