import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { dropSitting } from '../writing/close.ts'
import { isByButton, keptOn } from '../writing/kept_on.ts'

/** Oturuş: what is being written of an answer is kept while somebody writes; or thrown away. */
export default class DraftSittingsController {
  async store(ctx: HttpContext) {
    const told = await keptOn(ctx)
    const typed = Typed.from(ctx)
    if (isByButton(typed)) return backToPage(ctx, told.became)
    if (told.became === 'late') ctx.response.status(409)
    return ctx.view.render('response/draft_sittings/_kept', { ...told, part: typed.text('part') })
  }

  async destroy(ctx: HttpContext) {
    const { officer, params, session, response, i18n } = ctx
    const petition = await Petition.findFor(officer, params.number)
    if (!petition) return notFound(ctx)
    const isGone = await dropSitting({ petition, officer }, Number(Typed.from(ctx).text('id')) || 0)
    session.flash('done', { key: `response.flash.${isGone ? 'sittingGone' : 'already'}` })
    const to = addressOf('answer_versions.index', i18n.locale, { number: petition.number })
    return response.redirect().status(303).toPath(to)
  }
}

/** Without a script: the page comes anew, with what was kept in it. */
function backToPage({ params, session, response, i18n }: HttpContext, became: string) {
  session.flash('done', {
    key: became === 'over' ? 'response.flash.sittingOver' : 'response.flash.sittingKept',
  })
  const to = addressOf('answer_replacements.create', i18n.locale, { number: params.number })
  return response.redirect().status(303).toPath(to)
}
