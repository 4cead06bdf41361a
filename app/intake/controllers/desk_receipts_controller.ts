import type { HttpContext } from '@adonisjs/core/http'
import { Petition } from '../models/petition.ts'
import { showReceipt } from './receipts_controller.ts'

/** The slip that the bureau prints and hands over. */
export default class DeskReceiptsController {
  show(ctx: HttpContext) {
    // Whoever wrote down a complaint about the bureau does not see it afterwards.
    return showReceipt(ctx, 'intake/desk_receipts/show', async (number) => ({
      opens: (await Petition.findFor(ctx.officer, number)) !== null,
    }))
  }
}
