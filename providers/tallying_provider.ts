import { Tallying } from '#insight'
import { RoundsProvider } from '#providers/rounds_provider'

/** Counts for the managers' page. */
export default class TallyingProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Tallying, async (resolver) => {
      return new Tallying(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Tallying)
  }
}
