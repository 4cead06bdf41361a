import { text } from 'node:stream/consumers'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Catalogue, Officer, Unit } from '#organisation'
import type { Reason } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { oneLine, typedText } from '#shared/typed/typed_text'

/** Something to be mended, in a sentence for the person at the command line. */
export class Unusable extends Error {}

/**
 * What the commands about the office have in common: what is missing is asked for where somebody sits
 * there, passwords are typed unseen or come by the standard input, one a line, and whatever is wrong is
 * one sentence: never a stack, never SQL, which holds what was typed.
 */
export abstract class OfficeCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  #lines?: Promise<string[]>

  abstract work(): Promise<void>

  async run() {
    try {
      await this.work()
    } catch (error) {
      for (const sentence of await this.#sentences(error)) this.logger.error(sentence)
      this.exitCode = 1
    }
  }

  /** Whether somebody sits there who can be asked. */
  protected get asks() {
    return process.stdin.isTTY === true
  }

  /** What was given with an option, or is asked for. */
  protected async answer(name: string, question: string, given?: string, usual?: string) {
    if (given !== undefined) return oneLine(typedText(given))
    if (!this.asks) return usual ?? ''
    return oneLine(typedText(await this.prompt.ask(question, { name, default: usual })))
  }

  /** A password that nobody sees, typed twice. */
  protected async password(login: string) {
    if (!this.asks) return this.#line(login)
    const password = await this.prompt.secure(`Password of ${login}`, { name: `${login} password` })
    const once = { name: `${login} password again` }
    const again = await this.prompt.secure(`The password of ${login} once more`, once)
    if (password !== again) throw new Unusable(`The two passwords of ${login} are not the same.`)
    return password
  }

  /** Of the authority with this short name; it need not be said where there is one. */
  protected async catalogue(code?: string) {
    const { authorities, Catalogue } = await import('#organisation')
    const all = await authorities()
    if (all.length === 0) {
      throw new Unusable('There is no authority yet: node ace authority:create makes it.')
    }
    const one = code === undefined && all.length === 1 ? all[0] : all.find((of) => of.code === code)
    if (one) return Catalogue.of(one.id)
    const codes = all.map((of) => of.code).join(', ')
    throw new Unusable(`Say of which authority, with --authority and one of: ${codes}.`)
  }

  /** Somebody by the login as people type it; no two have the same, of whatever authority. */
  protected async officer(typed: string): Promise<Officer> {
    const { Login, Officer } = await import('#organisation')
    const login = new Typed({ login: typed }).read((form) =>
      form.as('login', Login, { required: true })
    )
    const officer = await Officer.query().where({ login }).preload('officerRoles').first()
    if (officer) return officer
    throw new Unusable(`Nobody here has the user name "${login}": node ace officer:list shows all.`)
  }

  /** A unit by its code; none for '' and "none". */
  protected unitOf(code: string, catalogue: Catalogue): Unit | null {
    if (!code || code === 'none') return null
    const unit = catalogue.unitByCode(code.toLocaleUpperCase('en'))
    if (unit) return unit
    const units = catalogue.units.filter(({ isExternal }) => !isExternal).map((one) => one.code)
    throw new Unusable(`There is no unit "${code}". The units are: ${units.join(', ')}.`)
  }

  protected list(words: string) {
    return words
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
  }

  async #sentence({ field, rule, values }: Reason) {
    const { default: i18n } = await import('@adonisjs/i18n/services/main')
    return i18n.locale('en').t(`organisation.problems.${field}.${rule}`, values)
  }

  async #line(login: string) {
    this.#lines ??= text(process.stdin).then((all) => all.split(/\r?\n/))
    const line = (await this.#lines).shift()
    if (line) return line
    throw new Unusable(
      `The password of ${login} is missing: it comes by the standard input, one line for each person.`
    )
  }

  async #sentences(error: unknown) {
    const { Refusal } = await import('#shared/typed/problems')
    if (error instanceof Unusable) return [error.message]
    if (error instanceof Refusal) {
      return Promise.all(error.reasons.map((reason) => this.#sentence(reason)))
    }
    // A prompt that was left with Ctrl-C.
    const { code = '' } = (error ?? {}) as { code?: string }
    if (code === 'E_PROMPT_CANCELLED') return ['Nothing was done.']
    if (MISSING.includes(code) || /no such table/.test(String(error))) {
      return ['The tables are not there yet: node ace migration:run makes them.']
    }
    const { noDatabase } = await import('#exceptions/no_database')
    const away = noDatabase(error)
    if (away) return [away]
    const why = code ? ` (${code})` : ''
    return [`This could not be done, and nothing of it was kept${why}. Is the database there?`]
  }
}

const MISSING = ['ER_NO_SUCH_TABLE']
