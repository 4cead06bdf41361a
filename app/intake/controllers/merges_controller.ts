import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { chosenOther } from '../merging/chosen_other.ts'
import { merge } from '../merging/merge.ts'
import { mergePage } from '../merging/merge_page.ts'
import { part } from '../merging/part.ts'
import { unlessChanged } from '../merging/unless_changed.ts'
import { petitionFor } from '../own/petition_for.ts'

const PAGE = 'intake/merges/show'

/** Birleştirme: two petitions of one person are answered by one answer, and parted again. */
export default class MergesController {
  async show(ctx: HttpContext) {
    const petition = await petitionFor(ctx, 'merge')
    return ctx.view.render(PAGE, await mergePage(petition, ctx.officer))
  }

  async store(ctx: HttpContext) {
    const petition = await petitionFor(ctx, 'merge')
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const lead = await unlessChanged(async () =>
          merge(petition, await chosenOther(typed, petition, ctx.officer), ctx.officer)
        )
        const params = { lead: lead.shownNumber }
        ctx.session.flash('done', { key: 'intake.merging.done', params })
        return this.#back(ctx, lead.number)
      },
      () => mergePage(petition, ctx.officer)
    )
  }

  async destroy(ctx: HttpContext) {
    const petition = await petitionFor(ctx, 'part')
    return takeForm(
      ctx,
      PAGE,
      async () => {
        await unlessChanged(() => part(petition, ctx.officer))
        ctx.session.flash('done', { key: 'intake.merging.parted' })
        return this.#back(ctx, petition.number)
      },
      () => mergePage(petition, ctx.officer)
    )
  }

  #back({ response, i18n }: HttpContext, number: string) {
    return response
      .redirect()
      .status(303)
      .toPath(addressOf('cards.show', i18n.locale, { number }))
  }
}
