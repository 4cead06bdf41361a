import type { ApplicationService } from '@adonisjs/core/types'
import { Tallying } from '#insight'
import { sendsHere } from '#providers/sms_provider'

/** Counts for the managers' page: in the process that sends, so that there is one. */
export default class TallyingProvider {
  #own: Tallying | null = null

  constructor(protected readonly app: ApplicationService) {}

  register() {
    this.app.container.singleton(Tallying, async (resolver) => {
      return new Tallying(await resolver.make('logger'))
    })
  }

  async ready() {
    const isServer = this.app.getEnvironment() === 'web' && this.app.getMode() === 'run'
    if (!isServer || !sendsHere()) return
    this.#own = await this.app.container.make(Tallying)
    this.#own.start()
  }

  async shutdown() {
    await this.#own?.stop()
  }
}
