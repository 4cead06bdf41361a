import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#shared/dates/turkish_date'
import { calledSince, judgedSince, MOST_JUDGED } from '../afterwards/latest_judged.ts'
import { solvedShares } from '../afterwards/solved_shares.ts'

/** Çözüldü mü: what petitioners said of answers, those who answered by themselves beside those called. */
export default class SolvedController {
  async index({ officer, view }: HttpContext) {
    const since = today().minus({ days: 90 })
    const judged = await judgedSince(officer, since)
    const called = await calledSince(officer, since)
    const isCut = judged.length === MOST_JUDGED || called.length === MOST_JUDGED
    const both = { judged: solvedShares(judged), called: solvedShares(called) }
    return view.render('insight/solved/index', { ...both, isCut, most: MOST_JUDGED })
  }
}
