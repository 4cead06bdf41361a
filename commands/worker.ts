import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Sends what waits in the outbox, in a process of its own: `node ace worker`. */
export default class WorkerCommand extends BaseCommand {
  static commandName = 'worker'
  static description = 'Send text messages and e-mails, and take in the receipts'
  static help = [
    'For MariaDB; on SQLite the web process does it. Several may run: one of them sends.',
    'SIGTERM or Ctrl-C: claims nothing more, waits for what is under way, and ends.',
  ]
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const { DailyRounds, Worker } = await import('#notification')
    const daily = await this.app.container.make(DailyRounds)
    const worker = await this.app.container.make(Worker)
    const { Housekeeping } = await import('#shared/database/housekeeping')
    const housekeeping = await this.app.container.make(Housekeeping)
    const { Tallying } = await import('#insight')
    const tallying = await this.app.container.make(Tallying)
    const { Succession, WaveRounds } = await import('#response')
    const succession = await this.app.container.make(Succession)
    const waves = await this.app.container.make(WaveRounds)
    const { AttachmentRounds, Climbing, MailRounds, Mover, NameRounds, SearchRounds } =
      await import('#intake')
    const attachments = await this.app.container.make(AttachmentRounds)
    const mails = await this.app.container.make(MailRounds)
    const climbing = await this.app.container.make(Climbing)
    const mover = await this.app.container.make(Mover)
    const names = await this.app.container.make(NameRounds)
    const { Learning } = await import('#routing')
    const learning = await this.app.container.make(Learning)
    const search = await this.app.container.make(SearchRounds)
    const { Farewells } = await import('#administration')
    const farewells = await this.app.container.make(Farewells)
    this.app.terminating(async () => {
      const figures = [housekeeping, tallying, succession, farewells]
      const words = [names, learning, search, waves]
      const rounds = [...figures, mover, attachments, climbing, daily, mails, ...words]
      await Promise.all([worker.stop(), ...rounds.map((one) => one.stop())])
    })
    this.app.listen('SIGINT', () => this.app.terminate())
    worker.start()
    housekeeping.start()
    tallying.start()
    succession.start()
    farewells.start()
    mover.start()
    climbing.start()
    daily.start()
    attachments.start()
    mails.start()
    names.start()
    learning.start()
    search.start()
    waves.start()
    this.logger.info('Waiting for messages')
  }
}
