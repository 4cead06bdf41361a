import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#shared/dates/turkish_date'
import {
  endedPromises,
  latePromises,
  MOST_PROMISES,
  openPromises,
  PROMISE_STATES,
} from '../afterwards/promises.ts'

/** Sözler: what answers promised for later, open, kept, moved and broken. */
export default class PromisesController {
  async index({ officer, view }: HttpContext) {
    const since = today().minus({ days: 365 })
    const { open, late } = await openPromises(officer, today())
    const ended = []
    for (const state of PROMISE_STATES) {
      ended.push({ state, count: await endedPromises(officer, state, since) })
    }
    const rows = late > 0 ? await latePromises(officer, today()) : []
    return view.render('insight/promises/index', { open, late, ended, rows, most: MOST_PROMISES })
  }
}
