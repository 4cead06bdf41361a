import type { ApplicationService } from '@adonisjs/core/types'

/** What of Lucid is ours. */
export default class DatabaseProvider {
  constructor(protected readonly app: ApplicationService) {}

  async boot() {
    const { BaseModel } = await import('@adonisjs/lucid/orm')
    const { PreparedAdapter } = await import('#shared/database/prepared_adapter')
    BaseModel.useAdapter(new PreparedAdapter(await this.app.container.make('lucid.db')))
  }
}
