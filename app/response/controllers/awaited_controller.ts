import type { HttpContext } from '@adonisjs/core/http'
import { awaitedAtDesk } from '../contacts/lists/awaited.ts'

/** Bugün kim bekleniyor: the desk sends whoever comes to the right door. */
export default class AwaitedController {
  async index(ctx: HttpContext) {
    const awaited = await awaitedAtDesk(ctx.officer)
    const unit = (id: number) => ctx.catalogue.everyUnit.find((one) => one.id === id)?.name ?? ''
    return ctx.view.render('response/contact_plans/awaited', { ...awaited, unit })
  }
}
