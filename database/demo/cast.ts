import { Authority, Catalogue, Officer, type Role, type Unit } from '#organisation'
import { EDREMIT } from './district.js'

/** The officers of the demonstration, found by what they do. */
export class Cast {
  private constructor(
    readonly catalogue: Catalogue,
    private readonly officers: Officer[]
  ) {}

  /** @param code of the authority where they work */
  static async assemble(code = EDREMIT.code) {
    const { id } = await Authority.findByOrFail('code', code)
    const own = Officer.query().where('authority_id', id)
    return new Cast(await Catalogue.of(id), await own.preload('officerRoles').orderBy('id'))
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

  /** Who hands over what is another authority's, and takes what was handed over. */
  get chief() {
    return this.head(this.catalogue.bureau)
  }

  private of(unit: Unit, role: Role) {
    return this.officers.filter((one) => one.unitId === unit.id && one.roles.includes(role))
  }
}
