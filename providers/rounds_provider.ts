import type { ApplicationService } from '@adonisjs/core/types'
import { sendsHere } from '#providers/sms_provider'

/** Work that comes round again and again until the process ends. */
interface Rounds {
  start(): void
  stop(): Promise<void>
}

/** Rounds in the process that sends, so that they are made by one. */
export abstract class RoundsProvider {
  #own: Rounds | null = null

  constructor(protected readonly app: ApplicationService) {}

  protected abstract rounds(): Promise<Rounds>

  async ready() {
    const isServer = this.app.getEnvironment() === 'web' && this.app.getMode() === 'run'
    if (!isServer || !sendsHere()) return
    this.#own = await this.rounds()
    this.#own.start()
  }

  async shutdown() {
    await this.#own?.stop()
  }
}
