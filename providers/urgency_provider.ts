import { Climbing } from '#intake'
import { RoundsProvider } from '#providers/rounds_provider'

/** Tells the next rung of what must be looked at at once. */
export default class UrgencyProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Climbing, async (resolver) => {
      return new Climbing(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Climbing)
  }
}
