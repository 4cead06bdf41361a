import type { HttpContext } from '@adonisjs/core/http'
import { Access, accountsOf, Petition } from '#intake'
import { notFound } from '#shared/not_found'

/** Neden bu tarih: how the last days of a petition came about, those of before too. */
export default class LastDaysController {
  async show(ctx: HttpContext) {
    const { officer, params, i18n } = ctx
    const petition = await Petition.findFor(officer, params.number)
    if (!petition) return notFound(ctx)
    await Access.record(officer, { petition })
    const { number, receivedAt } = petition
    const clocks = await accountsOf(petition, officer, i18n.locale)
    return ctx.view.render('response/last_days/show', { number, receivedAt, clocks })
  }
}
