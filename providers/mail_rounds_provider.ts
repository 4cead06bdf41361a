import { MailRounds } from '#intake'
import { RoundsProvider } from '#providers/rounds_provider'

/** Looks into the bureau's mailbox, where there is one. */
export default class MailRoundsProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(MailRounds, async (resolver) => {
      return new MailRounds(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(MailRounds)
  }
}
