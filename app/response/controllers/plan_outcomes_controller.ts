import type { HttpContext } from '@adonisjs/core/http'
import { planAt } from '../contacts/plan_page.ts'
import { takeOutcome } from '../contacts/take_outcome.ts'
import { takePlan } from '../contacts/take_plan.ts'

/** What came of a planned call, visit or appointment: came or did not come. */
export default class PlanOutcomesController {
  store(ctx: HttpContext) {
    const form = `outcome-${ctx.params.plan}`
    return takePlan(ctx, form, 'response.flash.contacted', async (petition, typed) => {
      await takeOutcome(petition, await planAt(ctx, petition), ctx.officer, typed)
    })
  }
}
