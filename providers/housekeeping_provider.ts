import retention from '#config/retention'
import { RoundsProvider } from '#providers/rounds_provider'
import { Housekeeping } from '#shared/database/housekeeping'

/** Takes away what has been kept long enough. */
export default class HousekeepingProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Housekeeping, async (resolver) => {
      const { RETENTIONS } = await import('#start/retentions')
      return new Housekeeping(RETENTIONS, retention, await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Housekeeping)
  }
}
