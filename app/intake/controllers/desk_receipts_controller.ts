import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Petition } from '../models/petition.ts'
import { SIZES } from '../slip/paper.ts'
import { showReceipt } from './receipts_controller.ts'

/** The slip that the bureau prints and hands over. */
export default class DeskReceiptsController {
  show(ctx: HttpContext) {
    // Whoever wrote down a complaint about the bureau does not see it afterwards.
    return showReceipt(
      ctx,
      'intake/desk_receipts/show',
      { size: paperOf(ctx) },
      async (number) => ({
        opens: (await Petition.findFor(ctx.officer, number)) !== null,
      })
    )
  }
}

/** Chosen once, it is the paper of whoever sits there until they sign out: so is their printer. */
function paperOf(ctx: HttpContext) {
  const chosen = Typed.asked(ctx).oneOf('kagit', SIZES)
  const before = SIZES.find((one) => one === ctx.session.get('paper'))
  if (chosen && chosen !== before) ctx.session.put('paper', chosen)
  return chosen ?? before ?? 'a5'
}
