import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** Learns from judged texts what words speak for: `node ace urgency:learn FILE... [--write]`. */
export default class UrgencyLearn extends BaseCommand {
  static commandName = 'urgency:learn'
  static description = 'Learn from judged texts what is urgent, and say how well'
  static help = [
    'FILES as urgency:evaluate takes them. A fifth of each is read by what the others taught, in turn.',
    'With --write what all of them teach is kept in app/intake/urgency/rules/weights.ts.',
  ]

  @args.spread({ description: 'The files' })
  declare files: string[]

  @flags.boolean({ description: 'Keep what was learned' })
  declare write: boolean

  async run() {
    const { heldOut, learn, readJudged, writtenWeights } = await import('#intake')
    const read = async (file: string) =>
      [basename(file), readJudged(await readFile(file, 'utf8'))] as const
    const files = new Map(await Promise.all(this.files.map(read)))
    for (const { file, recall, falseAlarms } of heldOut(files)) {
      this.logger.log(
        `${file}: not learned from, recall ${recall} %, false alarms ${falseAlarms} %`
      )
    }
    if (!this.write) return
    const kept = this.app.makePath('app/intake/urgency/rules/weights.ts')
    await writeFile(kept, writtenWeights(learn([...files.values()].flat())))
  }
}
