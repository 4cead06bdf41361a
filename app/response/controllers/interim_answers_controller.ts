import type { HttpContext } from '@adonisjs/core/http'
import { decideInterim, inform } from '../interim/inform.ts'
import { informedAt, interimPage } from '../interim/page.ts'
import { takeInterim } from '../interim/taken.ts'

/** Ara cevap: the unit tells the petitioner how things stand, where it is wanted through its head. */
export default class InterimAnswersController {
  async create(ctx: HttpContext) {
    const page = await interimPage(ctx, await informedAt(ctx))
    return ctx.view.render('response/interim_answers/create', page)
  }

  store(ctx: HttpContext) {
    return takeInterim(ctx, async (petition, typed) => {
      const isTold = await inform(petition, ctx.officer, typed)
      return isTold ? 'interimTold' : 'interimWaits'
    })
  }

  update(ctx: HttpContext) {
    return takeInterim(ctx, async (petition, typed) => {
      await decideInterim(petition, ctx.officer, typed)
      return typed.text('intent') === 'refuse' ? 'interimRefused' : 'interimTold'
    })
  }
}
