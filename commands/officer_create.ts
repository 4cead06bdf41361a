import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Somebody begins to work here: `node ace officer:create`. */
export default class OfficerCreate extends OfficeCommand {
  static commandName = 'officer:create'
  static description = 'Let somebody sign in: user name, name, unit, roles'
  static help = [
    'Roles: bureauOfficer and bureauChief in the bureau (AKB), unitOfficer and unitHead in a unit,',
    'manager and it without one; several with commas. What is missing is asked for. The password is',
    'typed unseen, or comes by the standard input.',
  ]

  @args.string({ description: 'User name, e.g. tarim', required: false })
  declare login?: string

  @args.string({ description: 'Full name', required: false })
  declare name?: string

  @flags.string({ description: 'Code of the unit, e.g. TAR; none for those who belong to no unit' })
  declare unit?: string

  @flags.string({ description: 'Roles, with commas' })
  declare roles?: string

  @flags.string({ description: 'Short name of the authority, where there are several' })
  declare authority?: string

  async work() {
    const { hire, refuseNewcomer } = await import('#organisation')
    const catalogue = await this.catalogue(this.authority)
    const newcomer = {
      login: await this.answer('login', 'User name', this.login),
      name: await this.answer('name', 'Full name', this.name),
      unit: this.unitOf(
        await this.answer('unit', 'Code of the unit, or none', this.unit, 'none'),
        catalogue
      ),
      roles: this.list(await this.answer('roles', 'Roles, with commas', this.roles)),
    }
    await refuseNewcomer(newcomer)
    const password = await this.password(newcomer.login)
    const officer = await hire(catalogue.authority.id, { ...newcomer, password })
    this.logger.success(`${officer.name} can sign in as ${officer.login}.`)
  }
}
