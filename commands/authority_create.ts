import { BaseCommand, args, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import db from '@adonisjs/lucid/services/db'

/** Sets up a new installation: `node ace authority:create`. */
export default class AuthorityCreate extends BaseCommand {
  static commandName = 'authority:create'
  static description =
    'Enter an authority with its units, subjects and rules, and its first officer'
  static help = [
    'The password of the first officer, the bureau chief, is asked for (or taken from PASSWORD).',
  ]
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Short name in addresses and settings, e.g. edremit' })
  declare code: string

  @args.string({ description: 'Name, e.g. "Edremit Kaymakamlığı"' })
  declare name: string

  @flags.string({ description: 'Province, by its plate', required: true })
  declare plate: string

  @flags.string({ description: 'District; without it a governorate' })
  declare district?: string

  @flags.boolean({ description: 'In a metropolitan province (büyükşehir)' })
  declare metropolitan: boolean

  @flags.string({ description: 'Where the bureau is' })
  declare address?: string

  @flags.string({ description: 'Telephone of the bureau' })
  declare phone?: string

  @flags.string({ description: 'When the bureau is open' })
  declare hours?: string

  @flags.string({ description: 'Sign-in name of the bureau chief', default: 'sef' })
  declare login: string

  @flags.string({ description: 'Full name of the bureau chief', required: true })
  declare chief: string

  async run() {
    if (await db.from('authorities').where('code', this.code).first()) {
      this.logger.error(`There is an authority "${this.code}" already.`)
      this.exitCode = 1
      return
    }
    const plain = process.env.PASSWORD || (await this.prompt.secure(`Password of ${this.login}`))
    if (!plain || plain.length < 10) {
      this.logger.error('The password needs at least 10 characters.')
      this.exitCode = 1
      return
    }
    const { enterAuthority } = await import('#database/new_authority')
    const { code, name, plate, district, metropolitan = false, address, phone, hours } = this
    const kind = district ? 'district' : 'province'
    const row = { code, name, kind, plate, district, metropolitan, address, phone, hours }
    await enterAuthority(row, { login: this.login, name: this.chief, password: plain })
    this.logger.success(`${this.name} is there; ${this.login} can sign in.`)
  }
}
