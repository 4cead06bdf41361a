import type { HttpContext } from '@adonisjs/core/http'
import { decideObjection, PetitionChanged } from '#intake'
import { addressOf } from '#shared/address'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { objectionAt, objectionPage } from '../afterwards/objection_page.ts'
import { Stock } from '../stock.ts'
import { waitingObjections } from '../afterwards/waiting_objections.ts'

const PAGE = 'response/objection_decisions/show'

/** İtirazlar: decided above whoever gave the answer. */
export default class ObjectionDecisionsController {
  async index(ctx: HttpContext) {
    const page = await waitingObjections(ctx.officer)
    return ctx.view.render('response/objection_decisions/index', page)
  }

  async show(ctx: HttpContext) {
    return ctx.view.render(PAGE, await objectionPage(ctx, await objectionAt(ctx)))
  }

  async store(ctx: HttpContext) {
    const at = await objectionAt(ctx)
    const { number, kind, locale } = at.petition
    const remedy = new Stock(locale).remedySaid(kind)
    const save = async (typed: Typed) => {
      const decided = await unlessChanged(() =>
        decideObjection(at.petition, ctx.officer, { typed, remedy })
      )
      ctx.session.flash('done', { key: `response.afterwards.flash.${decided}`, params: {} })
      const to = addressOf('cards.show', ctx.i18n.locale, { number })
      return ctx.response.redirect().status(303).toPath(to)
    }
    return takeForm(ctx, PAGE, save, async (typed) => {
      return { ...(await objectionPage(ctx, await objectionAt(ctx))), typed: typed.words }
    })
  }
}

async function unlessChanged<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PetitionChanged)) throw error
    throw new Refusal({ field: 'stage', rule: 'notDecidable' })
  }
}
