import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Somebody's work changes: `node ace officer:roles`. */
export default class OfficerRoles extends OfficeCommand {
  static commandName = 'officer:roles'
  static description = 'Give somebody other roles, and perhaps another unit'
  static help = ['The roles named are all that the person has afterwards; from the next page on.']

  @args.string({ description: 'User name' })
  declare login: string

  @args.string({ description: 'Roles, with commas', required: false })
  declare roles?: string

  @flags.string({ description: 'Code of another unit; "none" for no unit' })
  declare unit?: string

  async work() {
    const { administer, Catalogue, reassign } = await import('#organisation')
    const officer = await this.officer(this.login)
    const roles = this.list(await this.answer('roles', 'Roles, with commas', this.roles))
    const catalogue = await Catalogue.of(officer.authorityId)
    const present = officer.unitId ? catalogue.unit(officer.unitId) : null
    const unit = this.unit === undefined ? present : this.unitOf(this.unit, catalogue)
    const units = { unit, unitBefore: present }
    await administer((trx) => reassign(officer, roles, units, trx))
    const where = unit ? ` in ${unit.code}` : ''
    this.logger.success(`${officer.login} is ${roles.join(', ')}${where}.`)
  }
}
