import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Counts what the managers' page shows from nothing: `node ace figures:recount`. */
export default class FiguresRecount extends BaseCommand {
  static commandName = 'figures:recount'
  static description = 'Count the managers’ figures anew'
  static help = [
    'Nothing else waits for it; meanwhile the page says that it is being counted.',
    'Broken off anywhere, the worker goes on with what is left.',
  ]
  static options: CommandOptions = { startApp: true }

  async run() {
    const { beginRecount, recountPiece, Tallying } = await import('#insight')
    const tallying = await this.app.container.make(Tallying)
    await beginRecount()
    for (let said = 0; ;) {
      const done = await recountPiece()
      if (done === null) break
      if (done - said < 0.05) continue
      this.logger.info(`${Math.floor(done * 100)} % counted`)
      said = done
    }
    await tallying.round()
    this.logger.success('The figures are counted.')
  }
}
