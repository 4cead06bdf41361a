import { DateTime } from 'luxon'
import { GatewayPauseSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** Duraklatma: an IT officer lets nothing more out through a gateway, until somebody resumes it. */
export class GatewayPause extends GatewayPauseSchema {
  /** In force, if there is one; the first of them where two were quick. */
  static of(gateway: string) {
    return this.query().where('gateway', gateway).whereNull('resumed_at').orderBy('id').first()
  }

  /** Those in force at these gateways, the newest first. */
  static inForceAt(gateways: string[]) {
    return this.query().whereIn('gateway', gateways).whereNull('resumed_at').orderBy('id', 'desc')
  }

  static async begin(gateway: string, officer: Officer) {
    const inForce = await this.of(gateway)
    const details = { gateway, pausedBy: officer.id, pausedAt: DateTime.utc() }
    return inForce ?? this.create(details)
  }

  static async end(gateway: string, officer: Officer) {
    await this.query()
      .where('gateway', gateway)
      .whereNull('resumed_at')
      .update({ resumed_by: officer.id, resumed_at: stamp(DateTime.utc()) })
  }
}
