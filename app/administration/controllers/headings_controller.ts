import type { HttpContext } from '@adonisjs/core/http'
import { addHeading, amendHeading } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { headingAt, headingPage, wordsOf } from '../subjects/heading_page.ts'

/** Konu başlıkları: the upper level, each with its subjects in their order. */
export default class HeadingsController {
  create({ view }: HttpContext) {
    return view.render('administration/headings/create', { heading: null, typed: {} })
  }

  store(ctx: HttpContext) {
    const add = async (typed: Typed) => {
      const { id, name } = await addHeading(typed, ctx.officer)
      return goOn(ctx, { to: 'headings.edit', id, name, key: 'administration.flash.added' })
    }
    return takeForm(ctx, 'administration/headings/create', add, () => ({ heading: null }))
  }

  async edit(ctx: HttpContext) {
    const heading = await headingAt(ctx)
    const page = { ...(await headingPage(ctx, heading)), typed: wordsOf(heading) }
    return ctx.view.render('administration/headings/edit', page)
  }

  async update(ctx: HttpContext) {
    const heading = await headingAt(ctx)
    const keep = async (typed: Typed) => {
      const { id, name } = await amendHeading(heading.id, typed, seenIn(typed), ctx.officer)
      return goOn(ctx, { to: 'headings.edit', id, name, key: 'administration.flash.kept' })
    }
    return takeForm(ctx, 'administration/headings/edit', keep, (_, refusal) =>
      headingPage(ctx, heading, refusal)
    )
  }
}
