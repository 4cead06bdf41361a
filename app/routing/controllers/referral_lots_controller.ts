import type { HttpContext } from '@adonisjs/core/http'
import { PetitionNumber } from '#intake'
import { addressOf } from '#shared/address'
import { isFragment } from '#shared/fragment'
import { Problems, Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { UnitMissing } from '../models/referral.ts'
import { preview } from '../queue/preview.ts'
import { queuePage } from '../queue/queue_page.ts'
import { queueQuery } from '../queue/query.ts'
import { chosenIn, referEach } from '../queue/refer_each.ts'
import { told } from '../queue/told.ts'

const FIELDS = ['unit', 'note']

/** Several petitions, or one, go from the queue to a unit: each by itself, with one note. */
export default class ReferralLotsController {
  async store(ctx: HttpContext) {
    const { officer, catalogue, i18n, session, response } = ctx
    const typed = Typed.from(ctx)
    const unit = catalogue.unitByCode(typed.text('unit') || typed.text('suggested'))
    try {
      if (!unit) throw new UnitMissing()
      const outcomes = await referEach(chosenIn(typed), unit, officer, typed.text('note') || null)
      const left = outcomes.filter(({ isDone }) => !isDone)
      if (left.length > 0) {
        return await this.#mend(ctx, typed, { result: told(outcomes, unit, i18n) })
      }
      const [first] = outcomes
      const key = outcomes.length === 1 ? 'routing.flash.referred' : 'routing.flash.referredAll'
      const { shown } = PetitionNumber.parse(first!.number)!
      const params = { number: shown, count: outcomes.length, unit: unit.name }
      session.flash('done', { key, params })
      return response.redirect().status(303).toPath(this.#queue(ctx))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const problems = new Problems(i18n, 'routing').addAll(error)
      // The fields below the list have names of their own on the page.
      const isOfList = !Typed.asked(ctx).has('bak')
      const ofList = problems.list.filter(({ field }) => isOfList && FIELDS.includes(field))
      for (const one of ofList) one.field = `lot-${one.field}`
      return this.#mend(ctx, typed, { problems })
    }
  }

  /** The list comes back with all that was typed, and what is left of it still ticked. */
  async #mend(ctx: HttpContext, typed: Typed, said: object) {
    ctx.response.status(422)
    const isPart = isFragment(ctx)
    if (isPart) ctx.response.header('hx-retarget', '#list')
    const { bak } = Typed.asked(ctx).words
    const shown = bak && !isPart ? await preview(ctx, bak) : null
    return queuePage(ctx, { typed: typed.words, ...said, ...(shown && { preview: shown }) })
  }

  #queue(ctx: HttpContext) {
    return addressOf('queue.index', ctx.i18n.locale, {}, queueQuery(ctx))
  }
}
