import type { ApplicationService } from '@adonisjs/core/types'
import { warmUp } from '#shared/papers/print_letter'

/** Milliseconds after the start, when whoever waited for it has been answered. */
const REST = 10_000

/** The first letter that somebody opens takes no longer than the next one. */
export default class PapersProvider {
  #wait: NodeJS.Timeout | undefined

  constructor(protected readonly app: ApplicationService) {}

  ready() {
    const isServer = this.app.getEnvironment() === 'web' && this.app.getMode() === 'run'
    if (isServer) this.#wait = setTimeout(warmUp, REST).unref()
  }

  shutdown() {
    clearTimeout(this.#wait)
  }
}
