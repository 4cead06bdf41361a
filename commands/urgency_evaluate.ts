import { readFile } from 'node:fs/promises'
import { args, BaseCommand } from '@adonisjs/core/ace'

/** Holds the rules of urgency against texts that somebody judged: `node ace urgency:evaluate FILE`. */
export default class UrgencyEvaluate extends BaseCommand {
  static commandName = 'urgency:evaluate'
  static description = 'Say how well the rules of urgency read judged texts'
  static help = [
    'FILE is tab-separated; its first line names text, and level (ordinary, soon, atOnce) or flag.',
    'Prints how many of each level were read as which, and every text that was read otherwise.',
  ]

  @args.string({ description: 'The file' })
  declare file: string

  async run() {
    const { evaluate, readJudged, LEVELS } = await import('#intake')
    const judged = readJudged(await readFile(this.file, 'utf8'))
    const { table, recall, falseAlarms, misses } = evaluate(judged)
    for (const { line, level, read, text } of misses) {
      const as = `${read.level}${read.rule ? ` (${read.rule})` : ''}`
      this.logger.log(`${line}: ${level}, read as ${as}: ${text}`)
    }
    const shown = this.ui.table().head(['judged', ...LEVELS.map((level) => `read ${level}`)])
    for (const [at, counts] of table.entries()) shown.row([LEVELS[at]!, ...counts.map(String)])
    shown.render()
    this.logger.log(
      `${judged.length} texts; at once: recall ${said(recall)}, false alarms ${said(falseAlarms)}`
    )
  }
}

function said(share: number | null) {
  return share === null ? 'of none' : `${share} %`
}
