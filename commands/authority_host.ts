import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Says at which name an authority's pages stand: `node ace authority:host`. */
export default class AuthorityHost extends OfficeCommand {
  static commandName = 'authority:host'
  static description = 'Say at which host an authority is asked, where several share this server'
  static help = ['A name without https:// and port, as in acikkapi.edremit.gov.tr.']

  @args.string({ description: 'Short name of the authority, e.g. edremit' })
  declare code: string

  @args.string({ description: 'Its host, e.g. acikkapi.edremit.gov.tr' })
  declare host: string

  async work() {
    const { moveAuthority } = await import('#database/new_authority')
    const { authority } = await this.catalogue(this.code)
    await moveAuthority(authority, this.host)
    this.logger.success(`${authority.name} is asked at ${authority.host} from now on.`)
  }
}
