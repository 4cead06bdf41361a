import { NameRounds } from '#intake'
import { RoundsProvider } from '#providers/rounds_provider'

/** Indexes the names of petitioners from before. */
export default class NamesProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(NameRounds, async (resolver) => {
      return new NameRounds(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(NameRounds)
  }
}
