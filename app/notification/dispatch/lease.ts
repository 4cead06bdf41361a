import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { GatewayLease, LEASE } from '../models/gateway_lease.ts'

/** Every five seconds, then. */
const RENEW_WITH_LEFT = { seconds: 10 }

/** This process's claim to be the one who sends through a gateway. */
export class Lease {
  readonly holder = randomUUID()
  #until = DateTime.utc(0)

  constructor(readonly gateway: string) {}

  /** From the last renewal alone: true while nobody else can have it. */
  get isHeld() {
    return DateTime.utc() < this.#until
  }

  /** Renews when it is time to; asks the database no oftener. */
  async holds(): Promise<boolean> {
    const now = DateTime.utc()
    if (now.plus(RENEW_WITH_LEFT) < this.#until) return true
    const until = now.plus(LEASE)
    if (await GatewayLease.take(this.gateway, this.holder, until)) this.#until = until
    return this.isHeld
  }

  async release() {
    this.#until = DateTime.utc(0)
    await GatewayLease.release(this.gateway, this.holder)
  }
}
