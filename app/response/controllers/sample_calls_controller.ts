import type { HttpContext } from '@adonisjs/core/http'
import { writeCall } from '#intake'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { sampleList } from '../afterwards/sample_list.ts'
import { sampleAt, samplePage } from '../afterwards/sample_page.ts'

const PAGE = 'response/sample_calls/edit'

/** Örneklem aramaları: whom the lot has drawn is called by the bureau. */
export default class SampleCallsController {
  async index(ctx: HttpContext) {
    const { rows, next } = await sampleList(ctx.officer, Typed.asked(ctx).text('sonra'))
    const address = (sonra: number) =>
      addressOf('sample_calls.index', ctx.i18n.locale, {}, { sonra })
    return ctx.view.render('response/sample_calls/index', { rows, next: next && address(next) })
  }

  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await samplePage(ctx, await sampleAt(ctx)))
  }

  async update(ctx: HttpContext) {
    const at = await sampleAt(ctx)
    const save = async (typed: Typed) => {
      await writeCall(at.call, ctx.officer, typed)
      ctx.session.flash('done', { key: 'response.afterwards.flash.called', params: {} })
      const to = addressOf('sample_calls.index', ctx.i18n.locale)
      return ctx.response.redirect().status(303).toPath(to)
    }
    return takeForm(ctx, PAGE, save, async (typed) => {
      return { ...(await samplePage(ctx, at)), typed: typed.words }
    })
  }
}
