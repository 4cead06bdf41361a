import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, Petitioner, renewSecret, sealRenewal } from '#intake'
import { addressOf } from '#shared/address'
import { Refusal } from '#shared/typed/problems'
import { goBack, petitionAt } from '../follow_up/at_petition.ts'
import { messagesRefused } from '../follow_up/messages_page.ts'
import { isReachable } from '../recipients.ts'
import { ChangedMeanwhile } from '../follow_up/sending_again.ts'

/**
 * Somebody lost the code: a new one goes to the telephone and e-mail of the petition, which the
 * officer does not see. Only where nothing would leave is it printed, to be handed over.
 */
export default class SecretsController {
  async store(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    const { officer, request, response, i18n } = ctx
    if (request.input('version') !== String(petition.version)) {
      return messagesRefused(ctx, petition, new ChangedMeanwhile())
    }
    try {
      const secret = await petition.change((current, trx) => renewSecret(current, officer, trx))
      const petitioner = await Petitioner.findByOrFail('petitionId', petition.id)
      if (!(await isReachable(petition, petitioner))) {
        const receipt = sealRenewal(petition, secret)
        const address = addressOf('desk_receipts.show', i18n.locale, { receipt })
        return response.redirect().status(303).toPath(address)
      }
    } catch (error) {
      if (error instanceof Refusal) return messagesRefused(ctx, petition, error)
      if (!(error instanceof PetitionChanged)) throw error
      return messagesRefused(ctx, petition, new ChangedMeanwhile())
    }
    return goBack(ctx, petition, { key: 'notification.flash.renewed' })
  }
}
