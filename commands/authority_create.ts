import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand, Unusable } from './_office_command.js'

/** Sets up a new installation: `node ace authority:create`. */
export default class AuthorityCreate extends OfficeCommand {
  static commandName = 'authority:create'
  static description = 'Enter an authority with its units, subjects and rules, and who works there'
  static help = [
    'Four people make a working office: the bureau chief, a second person who approves what the chief',
    'drafts (or --self-approval), an IT officer and a manager. What is missing is asked for. Passwords',
    'are typed unseen; without a terminal they come by the standard input, one line for each person in',
    'this order: chief, approver, IT, manager.',
  ]

  @args.string({ description: 'Short name, e.g. edremit', required: false })
  declare code?: string

  @args.string({ description: 'Name, e.g. "Edremit Kaymakamlığı"', required: false })
  declare name?: string

  @flags.string({ description: 'Province, by its plate, 01 to 81' })
  declare plate?: string

  @flags.string({ description: 'District; without it a governorate' })
  declare district?: string

  @flags.boolean({ description: 'In a metropolitan province (büyükşehir)' })
  declare metropolitan?: boolean

  @flags.string({ description: 'Where the bureau is' })
  declare address?: string

  @flags.string({ description: 'Telephone of the bureau' })
  declare phone?: string

  @flags.string({ description: 'When the bureau is open' })
  declare hours?: string

  @flags.string({
    description: 'Host of its own; without one several stand below their short names',
  })
  declare host?: string

  @flags.string({ description: 'Full name of the bureau chief' })
  declare chief?: string

  @flags.string({ description: 'User name of the bureau chief; sef when not said' })
  declare login?: string

  @flags.string({ description: 'Full name of the second person of the bureau, who approves' })
  declare approver?: string

  @flags.string({ description: 'User name of the second person; sef2 when not said' })
  declare approverLogin?: string

  @flags.boolean({ description: 'People may approve what they drafted themselves' })
  declare selfApproval?: boolean

  @flags.string({ description: 'Full name of the IT officer' })
  declare it?: string

  @flags.string({ description: 'User name of the IT officer; bilgiislem when not said' })
  declare itLogin?: string

  @flags.string({ description: 'Full name of the manager (kaymakam or vali)' })
  declare manager?: string

  @flags.string({ description: 'User name of the manager; kaymakam or vali when not said' })
  declare managerLogin?: string

  async work() {
    const words = await this.#authority()
    const metropolitan = await this.#isMetropolitan()
    const people = await this.#people(words.district !== '')
    if (!people.approver && !this.selfApproval) {
      throw new Unusable(
        'Nobody may approve what they drafted themselves: name a second person (--approver), or ask for --self-approval.'
      )
    }
    const { enterAuthority, readOffice } = await import('#database/new_authority')
    const authority = await readOffice(words, Object.values(people))
    const staff = []
    for (const person of Object.values(people)) {
      staff.push({ ...person, password: await this.password(person.login) })
    }
    const isSmall = this.selfApproval === true
    await enterAuthority({ ...authority, metropolitan, self_approval: isSmall }, staff)
    const logins = staff.map(({ login, name }) => `${login} (${name})`).join(', ')
    this.logger.success(`${authority.name} is there. These can sign in at /giris: ${logins}.`)
    this.logger.info('Officers of the units: node ace officer:create --help')
  }

  async #authority() {
    return {
      code: await this.answer('code', 'Short name, as in edremit', this.code),
      authority: await this.answer('name', 'Name, as in Edremit Kaymakamlığı', this.name),
      plate: await this.answer('plate', 'Plate of the province, 01 to 81', this.plate),
      district: await this.answer('district', 'District (empty: a governorate)', this.district),
      address: await this.answer('address', 'Address of the bureau', this.address),
      phone: await this.answer('phone', 'Telephone of the bureau', this.phone),
      hours: await this.answer('hours', 'When it is open', this.hours),
      host: this.host ?? '',
    }
  }

  async #isMetropolitan() {
    if (this.metropolitan !== undefined || !this.asks) return this.metropolitan === true
    return this.prompt.confirm('Is the province a metropolitan one (büyükşehir)?', {
      name: 'metropolitan',
    })
  }

  /** In the order in which their passwords are asked for. */
  async #people(isDistrict: boolean) {
    const chief = await this.#person('chief', 'the bureau chief', this.chief, this.login, 'sef')
    const second = 'the second person of the bureau, who approves what the chief drafts'
    const approver =
      this.selfApproval && this.approver === undefined
        ? null
        : await this.#person('approver', second, this.approver, this.approverLogin, 'sef2')
    const it = await this.#person('it', 'the IT officer', this.it, this.itLogin, 'bilgiislem')
    const title = isDistrict ? 'kaymakam' : 'vali'
    const { manager: name, managerLogin: login } = this
    const manager = await this.#person('manager', `the manager (${title})`, name, login, title)
    return {
      chief: { ...chief, roles: ['bureauChief'] },
      ...(approver?.name && { approver: { ...approver, roles: ['bureauOfficer', 'bureauChief'] } }),
      it: { ...it, roles: ['it'] },
      manager: { ...manager, roles: ['manager'] },
    }
  }

  async #person(option: string, who: string, name?: string, login?: string, usual?: string) {
    const known = await this.answer(option, `Full name of ${who}`, name)
    if (!known && !this.asks && option !== 'approver') {
      throw new Unusable(`--${option} is missing: the full name of ${who}.`)
    }
    const userName = await this.answer(`${option} login`, `User name of ${who}`, login, usual)
    return { option, name: known, login: userName }
  }
}
