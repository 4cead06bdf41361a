import { Rounds } from '#shared/rounds'
import { adopt, checkAgain, clearDrafts, clearUnnamed } from './cleaning.ts'

/** Milliseconds between two looks. */
const ROUND = 60_000

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * What is done about attachments when nobody looks: those are checked that wait, forms that were left
 * lose theirs after an hour, and files that no row names go from the disk. Several processes may.
 */
export class AttachmentRounds {
  readonly #rounds = new Rounds(() => this.round(), ROUND)

  constructor(private readonly log: Log) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  async round() {
    await this.#done(adopt, 'Attachments given to the petition of their form')
    await this.#done(checkAgain, 'Attachments checked that had waited')
    await this.#done(clearDrafts, 'Attachments taken away: their form was not sent within an hour')
    await this.#done(clearUnnamed, 'Files taken away that no attachment names')
  }

  async #done(work: () => Promise<number>, message: string) {
    if (this.#rounds.isEnding) return
    try {
      const files = await work()
      if (files > 0) this.log.info({ files }, message)
    } catch (error) {
      this.log.error({ err: error }, `Not done: ${message}`)
    }
  }
}
