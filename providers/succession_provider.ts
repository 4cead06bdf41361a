import { Succession } from '#response'
import { RoundsProvider } from '#providers/rounds_provider'

/** Gives the work of closed units to their successors. */
export default class SuccessionProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Succession, async (resolver) => {
      return new Succession(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Succession)
  }
}
