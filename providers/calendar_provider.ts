import { Mover } from '#intake'
import { RoundsProvider } from '#providers/rounds_provider'

/** Moves last days onwards after days off were entered. */
export default class CalendarProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Mover, async (resolver) => {
      return new Mover(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Mover)
  }
}
