import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { PlannedList } from '../contacts/lists/planned_list.ts'
import { petitionToContact, planAt, planPage } from '../contacts/plan_page.ts'
import { cancelPlan } from '../contacts/planning/cancel_plan.ts'
import { movePlan } from '../contacts/planning/move_plan.ts'
import { planContact } from '../contacts/planning/plan_contact.ts'
import { PLAN_PAGE, takePlan } from '../contacts/take_plan.ts'

/** Görüşülecekler: what is next with a petitioner, of a unit and of one petition. */
export default class ContactPlansController {
  async index(ctx: HttpContext) {
    const sonra = Typed.asked(ctx).text('sonra')
    const { rows, next } = await PlannedList.page(ctx.officer, sonra)
    const address = (query = {}) => addressOf('contact_plans.index', ctx.i18n.locale, {}, query)
    return ctx.view.render('response/contact_plans/index', {
      rows,
      next: next && address({ sonra: next }),
      first: sonra ? address() : null,
    })
  }

  async create(ctx: HttpContext) {
    const petition = await petitionToContact(ctx)
    return ctx.view.render(PLAN_PAGE, await planPage(ctx, petition))
  }

  store(ctx: HttpContext) {
    return takePlan(ctx, 'plan', 'response.contacts.done.planned', (petition, typed) =>
      planContact(petition, ctx.officer, typed)
    )
  }

  update(ctx: HttpContext) {
    return takePlan(
      ctx,
      `move-${ctx.params.plan}`,
      'response.contacts.done.moved',
      async (petition, typed) => {
        await movePlan(petition, await planAt(ctx, petition), ctx.officer, typed)
      }
    )
  }

  destroy(ctx: HttpContext) {
    return takePlan(ctx, 'cancel', 'response.contacts.done.cancelled', async (petition) => {
      await cancelPlan(petition, await planAt(ctx, petition), ctx.officer)
    })
  }
}
