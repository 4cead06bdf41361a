import { WaveRounds } from '#response'
import { RoundsProvider } from '#providers/rounds_provider'

/** Finds petitions that say the same, and gives an approved answer to each. */
export default class WavesProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(WaveRounds, async (resolver) => {
      return new WaveRounds(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(WaveRounds)
  }
}
