import type { HttpContext } from '@adonisjs/core/http'
import { toldOf } from '#intake'
import { transaction } from '#shared/database/transaction'
import { goBack, petitionAt } from '../follow_up/at_petition.ts'
import { takeAtMessages } from '../follow_up/messages_page.ts'
import { NothingToSilence, Silence, SILENCE_REASONS } from '../models/silence.ts'

/** The bureau was told that a telephone is somebody else's, or that no texts are wanted there. */
export default class SilencesController {
  async store(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    return takeAtMessages(ctx, petition, async (typed) => {
      const { phone } = await toldOf(petition)
      const reason = typed.oneOf('reason', SILENCE_REASONS)
      if (!phone || !reason) throw new NothingToSilence()
      await transaction((trx) => Silence.record(petition, phone, reason, ctx.officer, trx))
      return goBack(ctx, petition, { key: 'notification.flash.silenced' })
    })
  }

  /** Lifts it; the row stays, with who and when. */
  async destroy(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    return takeAtMessages(ctx, petition, async () => {
      const { phone } = await toldOf(petition)
      if (!phone) throw new NothingToSilence()
      await Silence.lift(petition, phone, ctx.officer)
      return goBack(ctx, petition, { key: 'notification.flash.lifted' })
    })
  }
}
