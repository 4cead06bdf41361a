import { readFile } from 'node:fs/promises'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Judgement } from '#routing'

/** Says how well units are suggested for texts that somebody judged: `node ace routing:evaluate FILE`. */
export default class RoutingEvaluate extends BaseCommand {
  static commandName = 'routing:evaluate'
  static description = 'Say how well units are suggested for judged texts'
  static help = [
    'FILE is tab-separated: text and code of the unit, with or without a first line that names them.',
    'By the lists as they are, by five folds with them, and by five folds of the texts alone.',
  ]
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'The file' })
  declare file: string

  @flags.string({ description: 'Whose lists: the code of an authority; the first one when absent' })
  declare authority?: string

  async run() {
    const { authorities, Catalogue } = await import('#organisation')
    const { evaluateFolds, evaluateFresh, readLabelled, shippedExamples } = await import('#routing')
    const all = await authorities()
    const whose = this.authority ? all.find(({ code }) => code === this.authority) : all[0]
    if (!whose) return this.#fail(`There is no authority ${this.authority ?? 'yet'}.`)
    const catalogue = await Catalogue.of(whose.id)
    const texts = readLabelled(await readFile(this.file, 'utf8')).filter(({ unit }) => unit)
    const unknown = texts.filter(({ unit }) => !catalogue.unitByCode(unit)).length
    this.logger.log(`${texts.length} texts, ${unknown} of them for a unit that is not there`)
    this.#say('lists as they are', evaluateFresh(texts, catalogue, await shippedExamples()))
    this.#say('five folds, with the lists', evaluateFolds(texts, catalogue))
    const alone = { units: catalogue.units, subjects: [] }
    this.#say('five folds, texts alone', evaluateFolds(texts, alone))
  }

  #say(how: string, { first, three, sure, bands }: Judgement) {
    this.logger.log(`\n${how}: first ${first} %, among three ${three} %`)
    this.logger.log(
      `  above 0.8: ${sure.texts} % of the texts, ${sure.right ?? '–'} % of them right`
    )
    for (const { from, texts, certainty, right } of bands) {
      const to = (from + 0.2).toFixed(1)
      const said = `${texts} answers, said ${certainty} %, right ${right} %`
      this.logger.log(`  ${from.toFixed(1)}–${to}: ${said}`)
    }
  }

  #fail(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
