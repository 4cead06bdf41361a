import { type Catalogue, Officer, type Role, type Unit } from '#organisation'
import { districtCatalogue } from './district.js'

/** The officers of the demonstration, found by what they do. */
export class Cast {
  private constructor(
    readonly catalogue: Catalogue,
    private readonly officers: Officer[]
  ) {}

  static async assemble() {
    const officers = await Officer.query().preload('officerRoles').orderBy('id')
    return new Cast(await districtCatalogue(), officers)
  }

  /** Those who receive people and route what they bring. */
  get bureauOfficers() {
    return this.of(this.catalogue.bureau, 'bureauOfficer')
  }

  /** Who drafts in that unit. */
  drafter(unit: Unit) {
    return this.of(unit, unit.isBureau ? 'bureauOfficer' : 'unitOfficer')[0]!
  }

  /** Who decides in that unit. */
  head(unit: Unit) {
    return this.of(unit, unit.isBureau ? 'bureauChief' : 'unitHead')[0]!
  }

  private of(unit: Unit, role: Role) {
    return this.officers.filter((one) => one.unitId === unit.id && one.roles.includes(role))
  }
}
