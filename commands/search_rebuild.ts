import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Writes anew by which words petitions are found: `node ace search:rebuild`. */
export default class SearchRebuild extends BaseCommand {
  static commandName = 'search:rebuild'
  static description = 'Write anew by which words petitions are found'
  static help = [
    'What is found meanwhile stays, and nothing else waits for it.',
    'Ctrl-C stops it. Broken off anywhere, it goes on with what is left: here, or by the worker.',
  ]
  static options: CommandOptions = { startApp: true }

  async run() {
    const { beginRebuilding, rebuildPiece, rebuilt, SearchRounds } = await import('#intake')
    const rounds = await this.app.container.make(SearchRounds)
    let isStopped = false
    this.app.listen('SIGINT', () => (isStopped = true))
    this.app.listen('SIGTERM', () => (isStopped = true))
    const before = await rebuilt()
    if (before === null || before === 0) await beginRebuilding()
    else this.logger.info(`Going on at ${percent(before)}`)
    for (let said = before ?? 0; !isStopped;) {
      const done = await rebuildPiece()
      if (done === null) break
      if (done - said < 0.01) continue
      this.logger.info(`${percent(done)} written`)
      said = done
    }
    if (isStopped) {
      return this.logger.info('Stopped; the next run goes on here, or the worker does.')
    }
    await rounds.all()
    this.logger.success('Every petition is found by its words.')
  }
}

function percent(part: number) {
  return `${Math.floor(part * 100)} %`
}
