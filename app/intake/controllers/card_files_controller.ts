import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden } from '#exceptions/forbidden'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { CardFiles } from '../attachments/card_files.ts'
import { Petition } from '../models/petition.ts'

const PAGE = 'intake/card_files/create'

/** Files that an officer adds to a petition, or to the answer that is being written. */
export default class CardFilesController {
  async create(ctx: HttpContext) {
    const files = await filesOf(ctx)
    return ctx.view.render(PAGE, await files.page())
  }

  async store(ctx: HttpContext) {
    const files = await filesOf(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const reasons = await files.take(typed, ctx.arrivals ?? [])
        if (reasons.length > 0) throw new Refusal(...reasons)
        const { number, shownNumber } = files.petition
        ctx.session.flash('done', { key: 'intake.cardFiles.done', params: { number: shownNumber } })
        const to = addressOf('cards.show', ctx.i18n.locale, { number })
        return ctx.response.redirect().status(303).toPath(to)
      },
      () => files.page()
    )
  }
}

async function filesOf({ officer, params, request }: HttpContext) {
  const petition = await Petition.findFor(officer, params.number)
  if (!petition) notFound({ request })
  const files = await CardFiles.of(petition, officer)
  if (files.parts.length === 0) throw new Forbidden()
  return files
}
