import type { ApplicationService } from '@adonisjs/core/types'
import { ChangeWatch } from '#organisation'

/** Every process that answers pages hears of what another one changed. */
export default class CatalogueProvider {
  readonly #watch = new ChangeWatch()

  constructor(protected readonly app: ApplicationService) {}

  ready() {
    if (this.app.getEnvironment() === 'web' && this.app.getMode() === 'run') this.#watch.start()
  }

  async shutdown() {
    await this.#watch.stop()
  }
}
