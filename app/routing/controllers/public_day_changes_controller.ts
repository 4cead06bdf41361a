import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import type { PublicDay } from '../models/public_day.ts'
import { cancelDay } from '../public_day/changing/cancel_day.ts'
import { changeDay } from '../public_day/changing/change_day.ts'
import { changePage } from '../public_day/changing/change_page.ts'
import { dayAt } from '../public_day/day_page.ts'

const PAGE = 'routing/public_days/edit'

/** A public day before it begins: another day, other hours, another place, or none. */
export default class PublicDayChangesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, changePage(await dayAt(ctx)))
  }

  update(ctx: HttpContext) {
    return keep(ctx, 'changed', (day, typed) => changeDay(day, ctx.officer, typed))
  }

  destroy(ctx: HttpContext) {
    return keep(ctx, 'cancelled', (day, typed) => cancelDay(day, ctx.officer, typed))
  }
}

async function keep(
  ctx: HttpContext,
  done: 'changed' | 'cancelled',
  act: (day: PublicDay, typed: Typed) => Promise<void>
) {
  const day = await dayAt(ctx)
  return takeForm(
    ctx,
    PAGE,
    async (typed) => {
      await act(day, typed)
      ctx.session.flash('done', { key: `routing.publicDay.done.${done}` })
      const page = addressOf('public_days.show', ctx.officer.locale, { id: day.id })
      return ctx.response.redirect().status(303).toPath(page)
    },
    // As it is by now: somebody else may have been faster.
    async (typed) => {
      const page = changePage(await dayAt(ctx))
      return { ...page, typed: { ...page.typed, ...typed.words } }
    }
  )
}
