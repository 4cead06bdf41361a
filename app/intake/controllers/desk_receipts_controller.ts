import type { HttpContext } from '@adonisjs/core/http'
import { showReceipt } from './receipts_controller.ts'

/** The slip that the bureau prints and hands over. */
export default class DeskReceiptsController {
  show(ctx: HttpContext) {
    return showReceipt(ctx, 'intake/desk_receipts/show')
  }
}
