import type { HttpContext } from '@adonisjs/core/http'
import { Petitioner } from '#intake'
import { transaction } from '#shared/database/transaction'
import { goBack, petitionAt } from '../follow_up/at_petition.ts'
import { messagesRefused } from '../follow_up/messages_page.ts'
import { NothingToSilence, Silence, silenceReason } from '../models/silence.ts'

/** The bureau was told that a telephone is somebody else's, or that no texts are wanted there. */
export default class SilencesController {
  async store(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    const { phone } = await Petitioner.findByOrFail('petitionId', petition.id)
    const reason = silenceReason(ctx.request.input('reason'))
    if (!phone || !reason) return messagesRefused(ctx, petition, new NothingToSilence())
    await transaction((trx) => Silence.record(petition, phone, reason, ctx.officer, trx))
    return goBack(ctx, petition, { key: 'notification.flash.silenced' })
  }

  /** Lifts it; the row stays, with who and when. */
  async destroy(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    const { phone } = await Petitioner.findByOrFail('petitionId', petition.id)
    if (!phone) return messagesRefused(ctx, petition, new NothingToSilence())
    await Silence.lift(petition, phone, ctx.officer)
    return goBack(ctx, petition, { key: 'notification.flash.lifted' })
  }
}
