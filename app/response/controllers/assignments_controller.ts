import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { CardForm } from '../card/form.ts'
import { takeAssignment } from '../inbox/assigning/assign_form.ts'
import { assignable, assignPage, cardOf } from '../inbox/assigning/assign_page.ts'
import { takeOn } from '../inbox/assigning/pass.ts'

const PAGE = 'response/assignments/edit'

/** Üzerindeki görevli: taken on by a button of the card, given to others on a page of its own. */
export default class AssignmentsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'takeOn', async (form) => {
      await takeOn(form.petition, form.officer)
      return { to: 'card', key: 'response.flash.takenOn' }
    })
  }

  async edit(ctx: HttpContext) {
    const page = await assignPage(ctx, await assignable(ctx))
    return ctx.view.render(PAGE, { ...page, typed: {} })
  }

  async update(ctx: HttpContext) {
    const petition = await assignable(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const key = await takeAssignment(petition, ctx.officer, typed)
        ctx.session.flash('done', { key, params: { number: petition.shownNumber } })
        return ctx.response.redirect().status(303).toPath(cardOf(ctx, petition).back)
      },
      async () => assignPage(ctx, await assignable(ctx))
    )
  }
}
