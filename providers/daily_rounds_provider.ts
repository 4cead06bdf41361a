import { DailyRounds } from '#notification'
import { RoundsProvider } from '#providers/rounds_provider'

/** Reminds of last days, every morning. */
export default class DailyRoundsProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(DailyRounds, async (resolver) => {
      return new DailyRounds(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(DailyRounds)
  }
}
