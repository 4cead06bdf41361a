import type { HttpContext } from '@adonisjs/core/http'
import { PetitionNumber } from '#intake'
import { chosenIn } from '#routing'
import { addressOf } from '#shared/address'
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

  async show({ view, officer, params }: HttpContext) {
    const page = await lotPage(officer, shapely(params.number))
    return view.render('response/approval_lots/show', { ...page, typed: null, result: null })
  }

  async store(ctx: HttpContext) {
    const { officer, params, session, response, view, i18n } = ctx
    const typed = Typed.from(ctx)
    const again = async (said: object) => {
      const page = await lotPage(officer, shapely(params.number))
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

/** What is no number leads to no petition, like one that was never given. */
function shapely(number: string) {
  return PetitionNumber.parse(number) ? number : ''
}
