import type { HttpContext } from '@adonisjs/core/http'
import { Overtaken } from '#organisation'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import type { ReadyText } from '../models/ready_text.ts'
import { keepText } from '../ready_texts/keep_text.ts'
import { textAt, textPage, textsList } from '../ready_texts/page.ts'

const PAGE = 'response/ready_texts/edit'

/** Hazır metinler: the chief keeps what officers put into their answers. */
export default class ReadyTextsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('response/ready_texts/index', await textsList(ctx))
  }

  async create(ctx: HttpContext) {
    return ctx.view.render(PAGE, await textPage(ctx, null))
  }

  store(ctx: HttpContext) {
    return keep(ctx, null)
  }

  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await textPage(ctx, await textAt(ctx)))
  }

  async update(ctx: HttpContext) {
    return keep(ctx, await textAt(ctx))
  }
}

function keep(ctx: HttpContext, rule: ReadyText | null) {
  const seen = (typed: Typed) => Number(/^\d{1,9}$/.exec(typed.text('version'))?.[0] ?? 0)
  const save = async (typed: Typed) => {
    await keepText(typed, { rule, version: seen(typed) }, ctx.officer)
    ctx.session.flash('done', { key: 'response.flash.readyText', params: {} })
    const to = addressOf('ready_texts.index', ctx.i18n.locale)
    return ctx.response.redirect().status(303).toPath(to)
  }
  return takeForm(ctx, PAGE, save, async (typed, refusal) => {
    const page = await textPage(ctx, rule)
    const version = refusal instanceof Overtaken ? page.version : seen(typed)
    return { ...page, version, typed: typed.words }
  })
}
