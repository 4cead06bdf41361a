import type { ApplicationService } from '@adonisjs/core/types'
import { FirstOffice } from '#administration'

/** Where the first authority comes from. */
export default class SetupProvider {
  constructor(protected readonly app: ApplicationService) {}

  register() {
    this.app.container.singleton(FirstOffice, async () => {
      const { SeededOffice } = await import('#database/first_office')
      return new SeededOffice()
    })
  }
}
