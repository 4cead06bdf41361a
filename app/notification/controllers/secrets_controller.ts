import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, renewSecret, toldOf } from '#intake'
import { Refusal } from '#shared/typed/problems'
import { goBack, petitionAt } from '../follow_up/at_petition.ts'
import { takeAtMessages } from '../follow_up/messages_page.ts'
import { isReachable } from '../recipients.ts'

/** Nothing that tells it would leave: it is handed only to whoever is known (`recognitions`). */
class RecogniseFirst extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'recogniseFirst' })
  }
}

/**
 * Somebody lost the code: a new one goes to the telephone and e-mail of the petition, which the
 * officer does not see. Where nothing would leave, somebody must be known first.
 */
export default class SecretsController {
  async store(ctx: HttpContext) {
    const petition = await petitionAt(ctx)
    const { officer } = ctx
    return takeAtMessages(ctx, petition, async (typed) => {
      if (typed.text('version') !== String(petition.version)) throw new PetitionChanged()
      if (!(await isReachable(petition, await toldOf(petition)))) throw new RecogniseFirst()
      await petition.change((current, trx) => renewSecret(current, officer, trx))
      return goBack(ctx, petition, { key: 'notification.flash.renewed' })
    })
  }
}
