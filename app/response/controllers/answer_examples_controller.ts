import type { HttpContext } from '@adonisjs/core/http'
import { Access } from '#intake'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { listedExamples } from '../examples/listed.ts'
import { toRead } from '../examples/to_read.ts'
import { AnswerExample } from '../models/answer_example.ts'

const PAGE = 'response/examples/create'

/** Örnek cevaplar: a head reads the masked words of a given answer, releases them, takes them back. */
export default class AnswerExamplesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('response/examples/index', await listedExamples(ctx))
  }

  async create(ctx: HttpContext) {
    const { petition, text } = (await toRead(ctx.officer, ctx.params.number)) ?? notFound(ctx)
    await Access.record(ctx.officer, { petition })
    const { number, shownNumber: shown } = petition
    return ctx.view.render(PAGE, { number, shown, text, typed: {} })
  }

  async store(ctx: HttpContext) {
    const { petition, text } = (await toRead(ctx.officer, ctx.params.number)) ?? notFound(ctx)
    const { number, shownNumber: shown } = petition
    const rest = () => ({ number, shown, text })
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await AnswerExample.release(petition, ctx.officer, typed.text('text'))
        return done(ctx, 'response.flash.released')
      },
      rest
    )
  }

  async destroy(ctx: HttpContext) {
    const isOwn = await AnswerExample.takeBack(ctx.officer, Number(ctx.params.id))
    if (!isOwn) return notFound(ctx)
    return done(ctx, 'response.flash.exampleTakenBack')
  }
}

function done({ session, response, i18n }: HttpContext, key: string) {
  session.flash('done', { key })
  return response.redirect().status(303).toPath(addressOf('answer_examples.index', i18n.locale))
}
