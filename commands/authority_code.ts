import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Says below which word an authority's pages stand: `node ace authority:code`. */
export default class AuthorityCode extends OfficeCommand {
  static commandName = 'authority:code'
  static description = 'Give an authority another short name, which its addresses have'
  static help = ['Addresses with the old one lead nowhere from then on: mind what is printed.']

  @args.string({ description: 'Short name of the authority, e.g. edremit' })
  declare code: string

  @args.string({ description: 'The new one, e.g. edremit-k' })
  declare to: string

  async work() {
    const { renameAuthority } = await import('#database/new_authority')
    const { authority } = await this.catalogue(this.code)
    await renameAuthority(authority, this.to)
    this.logger.success(`${authority.name} stands below /${this.to} from now on.`)
  }
}
