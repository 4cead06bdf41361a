import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { latestReturns, MOST_RETURNS, recallsSince } from '../returned/latest_returns.ts'
import { returnPairs } from '../returned/return_pairs.ts'

/** Birimler arasında iadeler: from whom to whom petitions were passed on, of the last thirty days. */
export default class ReturnPairsController {
  async index({ officer, view }: HttpContext) {
    const catalogue = await Catalogue.of(officer.authorityId)
    const since = today().minus({ days: 30 })
    const returns = await latestReturns(officer, since)
    const recalls = await recallsSince(officer, since)
    const page = { pairs: returnPairs(returns, catalogue), count: returns.length, recalls }
    const isCut = returns.length === MOST_RETURNS
    return view.render('insight/return_pairs/index', { ...page, isCut })
  }
}
