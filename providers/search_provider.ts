import { SearchRounds } from '#intake'
import { RoundsProvider } from '#providers/rounds_provider'

/** Writes by which words petitions are found. */
export default class SearchProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(SearchRounds, async (resolver) => {
      return new SearchRounds(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(SearchRounds)
  }
}
