import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** A whole day's work as a proof: `node ace demo:day`. */
export default class DemoDay extends BaseCommand {
  static commandName = 'demo:day'
  static description = 'Send every example text through the real loop and reconcile the messages'
  static help = [
    'Uses a database, a server and an SMS centre of its own, all thrown away at the end.',
    'Refuses to run in production. Ctrl-C ends it and what it started.',
  ]
  static options: CommandOptions = { startApp: false }

  @flags.number({ description: 'Only so many texts' })
  declare limit?: number

  async run() {
    if (this.app.inProduction) {
      this.logger.error('The demonstration invents people: it does not run in production.')
      this.exitCode = 1
      return
    }
    const { Stage } = await import('#database/demo/day/stage')
    const { Day } = await import('#database/demo/day/day')
    const stage = new Stage()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => stage.strike().finally(() => process.exit(130)))
    }
    try {
      await stage.set((what) => this.logger.info(what))
      const day = new Day(stage.url, this.limit, (progress) => this.#show(progress))
      this.#beforehand(day)
      const started = performance.now()
      await day.run()
      this.#line('')
      await this.#reconcile(stage, day, (performance.now() - started) / 1000)
    } finally {
      await stage.strike()
    }
  }

  #beforehand({ courses, messages }: import('#database/demo/day/day').Day) {
    const ways = (way: string) => courses.filter((course) => course.way === way).length
    this.logger.info(
      `${courses.length} texts: ${ways('unit')} for a unit, ${ways('office')} for the bureau itself, ` +
        `${ways('outside')} for another body. There must be ${messages} messages.`
    )
  }

  async #reconcile(
    stage: import('#database/demo/day/stage').Stage,
    { courses, progress, messages }: import('#database/demo/day/day').Day,
    seconds: number
  ) {
    const { Reconciliation } = await import('#database/demo/day/reconciliation')
    const kept = await stage.settled(messages)
    const { lost, twice, undelivered, arrived, holds } = new Reconciliation(
      courses,
      await stage.telephones(),
      kept
    )
    const complete = progress.concluded === courses.length
    const queued = kept.reduce((sum, { count }) => sum + count, 0)
    const lines = [
      `${progress.sent} petitions sent, ${progress.numbered} numbers given, ${progress.concluded} concluded`,
      `${queued} messages queued of ${messages}, ${queued - undelivered} delivered, ${arrived} at the telephones`,
      `${lost} lost, ${twice} twice (${seconds.toFixed(0)} s)`,
    ]
    lines.forEach((line) => this.logger.log(`  ${line}`))
    if (holds && complete && queued === messages) return this.logger.success('The day adds up.')
    this.logger.error('The day does not add up.')
    this.exitCode = 1
  }

  #show({ sent, numbered, concluded, of }: import('#database/demo/day/day').Progress) {
    const width = 30
    const bar = '█'.repeat(Math.round((concluded / of) * width)).padEnd(width, '░')
    const line = `  ${bar} ${concluded}/${of} concluded (${sent} sent, ${numbered} numbered)`
    if (process.stdout.isTTY) this.#line(line)
    else if (concluded > 0 && concluded % 50 === 0 && concluded === numbered) console.log(line)
  }

  #line(text: string) {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`)
  }
}
