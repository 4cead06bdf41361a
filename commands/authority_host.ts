import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Says at which name an authority's pages stand: `node ace authority:host`. */
export default class AuthorityHost extends OfficeCommand {
  static commandName = 'authority:host'
  static description = 'Say at which host an authority is asked, where several share this server'
  static help = [
    'A name without https:// and port, as in acikkapi.edremit.gov.tr. With --none its pages stand below',
    'its short name alone, at the address of APP_URL.',
  ]

  @args.string({ description: 'Short name of the authority, e.g. edremit' })
  declare code: string

  @args.string({ description: 'Its host, e.g. acikkapi.edremit.gov.tr', required: false })
  declare host?: string

  @flags.boolean({ description: 'Take its host away' })
  declare none?: boolean

  async work() {
    const { moveAuthority } = await import('#database/new_authority')
    const { authority } = await this.catalogue(this.code)
    const host = await moveAuthority(authority, this.none ? null : (this.host ?? ''))
    const where = host ?? `/${authority.code}`
    this.logger.success(`${authority.name} is asked at ${where} from now on.`)
  }
}
