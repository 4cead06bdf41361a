import type { HttpContext } from '@adonisjs/core/http'
import { follow } from '../following/follow.ts'
import { undoWithdrawal, withdraw } from '../following/withdrawal.ts'

/** A citizen takes a petition back, or thinks better of it. */
export default class WithdrawalsController {
  store(ctx: HttpContext) {
    return follow(ctx, withdraw)
  }

  destroy(ctx: HttpContext) {
    return follow(ctx, undoWithdrawal)
  }
}
