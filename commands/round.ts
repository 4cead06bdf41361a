import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Reminds everybody of last days that are near or have passed: `node ace round`. */
export default class Round extends BaseCommand {
  static commandName = 'round'
  static description = 'Remind of last days that are near or have passed, once a day'
  static help = [
    'The worker does it by itself every morning. Stopped or killed anywhere, run it again:',
    'nobody is reminded twice. Ctrl-C ends it after the piece that is under way.',
  ]
  static options: CommandOptions = { startApp: true }

  async run() {
    const { DailyRounds } = await import('#notification')
    const rounds = await this.app.container.make(DailyRounds)
    this.app.listen('SIGINT', () => void rounds.stop())
    this.app.listen('SIGTERM', () => void rounds.stop())
    let said = 0
    const round = await rounds.round((looked, all) => {
      const done = all > 0 ? Math.min(100, Math.floor((100 * looked) / all)) : 100
      if (done === said) return
      said = done
      this.logger.info(`${done} %: ${looked} open petitions looked at`)
    })
    if (!round) return this.logger.warning('Stopped. Run it again to go on.')
    const { looked, reminded, told } = round
    this.logger.success(`Looked at ${looked} open petitions, ${reminded} reminders, ${told} told.`)
  }
}
