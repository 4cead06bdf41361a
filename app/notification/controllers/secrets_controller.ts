import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, renewSecret, sealRenewal, toldOf } from '#intake'
import { addressOf } from '#shared/address'
import { goBack, petitionAt } from '../follow_up/at_petition.ts'
import { takeAtMessages } from '../follow_up/messages_page.ts'
import { isReachable } from '../recipients.ts'

/**
 * Somebody lost the code: a new one goes to the telephone and e-mail of the petition, which the
 * officer does not see. Only where nothing would leave is it printed, to be handed over.
 */
export default class SecretsController {
  async store(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    const { officer, response, i18n } = ctx
    return takeAtMessages(ctx, petition, async (typed) => {
      if (typed.text('version') !== String(petition.version)) throw new PetitionChanged()
      const secret = await petition.change((current, trx) => renewSecret(current, officer, trx))
      const told = await toldOf(petition)
      if (await isReachable(petition, told)) {
        return goBack(ctx, petition, { key: 'notification.flash.renewed' })
      }
      const receipt = sealRenewal(petition, secret)
      const address = addressOf('desk_receipts.show', i18n.locale, { receipt })
      return response.redirect().status(303).toPath(address)
    })
  }
}
