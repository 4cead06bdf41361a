import { Learning } from '#routing'
import { RoundsProvider } from '#providers/rounds_provider'

/** Lets the suggestions learn from what officers decide. */
export default class LearningProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(Learning, async (resolver) => {
      return new Learning(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(Learning)
  }
}
