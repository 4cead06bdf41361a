import type { HttpContext } from '@adonisjs/core/http'
import { Petition } from '#intake'
import { chosenIn } from '#routing'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { Problems, Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { approveEach } from '../approving/lots/approve_each.ts'
import { groupsFor } from '../approving/lots/groups.ts'
import { lotPage } from '../approving/lots/lot_page.ts'
import { resultOf } from '../approving/lots/result.ts'
import { waitingFor } from '../approving/waiting.ts'

/** Aynı metin: several answers of the same words are read once and approved each. */
export default class ApprovalLotsController {
  async index({ view, officer }: HttpContext) {
    const groups = await groupsFor(officer)
    const [first] = await waitingFor(officer)
    const lines = groups.map((all) => ({
      number: all[0]!.row.number,
      count: all.length,
      ...{ outcome: all[0]!.answer.outcome, text: all[0]!.answer.text },
    }))
    return view.render('response/approval_lots/index', { groups: lines, first: first?.number })
  }

  async show(ctx: HttpContext) {
    const { view, officer } = ctx
    const page = await lotPage(officer, await numberIn(ctx))
    return view.render('response/approval_lots/show', { ...page, typed: null, result: null })
  }

  async store(ctx: HttpContext) {
    const { officer, session, response, view, i18n } = ctx
    const number = await numberIn(ctx)
    const typed = Typed.from(ctx)
    const again = async (said: object) => {
      const page = await lotPage(officer, number)
      response.status(422)
      return view.render('response/approval_lots/show', { ...page, typed: typed.words, ...said })
    }
    try {
      const approved = await approveEach(chosenIn(typed), typed.text('same'), officer)
      const result = resultOf(approved, i18n)
      if (result.left.length > 0) return await again({ result })
      session.flash('done', { key: 'response.flash.approvedAll', params: { count: result.done } })
      const to = addressOf('approval_lots.index', i18n.locale)
      return response.redirect().status(303).toPath(to)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again({ problems: new Problems(i18n, 'response').addAll(error), result: null })
    }
  }
}

/** Of a petition that this officer sees: of another one nothing is told, nor that there is none. */
async function numberIn(ctx: HttpContext): Promise<string> {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  return petition ? petition.number : notFound(ctx)
}
