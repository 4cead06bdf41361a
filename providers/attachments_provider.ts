import { AttachmentRounds } from '#intake'
import { RoundsProvider } from '#providers/rounds_provider'

/** Looks after attachments when nobody else does. */
export default class AttachmentsProvider extends RoundsProvider {
  register() {
    this.app.container.singleton(AttachmentRounds, async (resolver) => {
      return new AttachmentRounds(await resolver.make('logger'))
    })
  }

  protected rounds() {
    return this.app.container.make(AttachmentRounds)
  }
}
