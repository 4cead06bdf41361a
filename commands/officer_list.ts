import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from './_office_command.js'

/** Who works here: `node ace officer:list`. */
export default class OfficerList extends OfficeCommand {
  static commandName = 'officer:list'
  static description = 'List who works here, in which unit, with which roles, and who has left'

  @flags.string({ description: 'Short name of the authority, where there are several' })
  declare authority?: string

  async work() {
    const { Officer } = await import('#organisation')
    const catalogue = await this.catalogue(this.authority)
    const officers = await Officer.query()
      .where('authority_id', catalogue.authority.id)
      .preload('officerRoles')
      .orderBy('login')
    const table = this.ui.table().head(['User name', 'Name', 'Unit', 'Roles', 'Left'])
    for (const { login, name, unitId, roles, leftOn } of officers) {
      const unit = unitId ? catalogue.unit(unitId).code : ''
      table.row([login, name, unit, roles.join(', '), leftOn?.toISODate() ?? ''])
    }
    table.render()
  }
}
