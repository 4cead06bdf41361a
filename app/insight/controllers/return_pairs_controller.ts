import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { latestReturns, MOST_RETURNS } from '../returned/latest_returns.ts'
import { returnPairs } from '../returned/return_pairs.ts'

/** Birimler arasında iadeler: from whom to whom petitions were passed on, of the last thirty days. */
export default class ReturnPairsController {
  async index({ officer, view }: HttpContext) {
    const catalogue = await Catalogue.of(officer.authorityId)
    const returns = await latestReturns(officer, today().minus({ days: 30 }))
    const page = { pairs: returnPairs(returns, catalogue), count: returns.length }
    const isCut = returns.length === MOST_RETURNS
    return view.render('insight/return_pairs/index', { ...page, isCut })
  }
}
