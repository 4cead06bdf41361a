import type { ApplicationService } from '@adonisjs/core/types'
import retention from '#config/retention'
import { Housekeeping } from '#shared/database/housekeeping'
import { sendsHere } from '#providers/sms_provider'

/** Takes away what has been kept long enough: in the process that sends, so that there is one. */
export default class HousekeepingProvider {
  #own: Housekeeping | null = null

  constructor(protected readonly app: ApplicationService) {}

  register() {
    this.app.container.singleton(Housekeeping, async (resolver) => {
      const { RETENTIONS } = await import('#start/retentions')
      return new Housekeeping(RETENTIONS, retention, await resolver.make('logger'))
    })
  }

  async ready() {
    const isServer = this.app.getEnvironment() === 'web' && this.app.getMode() === 'run'
    if (!isServer || !sendsHere()) return
    this.#own = await this.app.container.make(Housekeeping)
    this.#own.start()
  }

  async shutdown() {
    await this.#own?.stop()
  }
}
