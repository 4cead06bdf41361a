import emitter from '@adonisjs/core/services/emitter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Somebody is to choose a password by a link; told in the transaction that makes the link. */
export class PasswordLinkMade {
  constructor(
    readonly made: {
      authorityId: number
      locale: string
      email: string
      /** whole, with the token that is kept as a digest only */
      address: string
    },
    readonly trx: TransactionClientContract
  ) {}

  announce() {
    return emitter.emitSerial(PasswordLinkMade, this)
  }
}
