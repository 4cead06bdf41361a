import { Farewells } from '#administration'
import { RoundsProvider } from '#providers/rounds_provider'

/** Hands on the drafts of whoever leaves. */
export default class FarewellProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Farewells, async (resolver) => {
      return new Farewells(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Farewells)
  }
}
