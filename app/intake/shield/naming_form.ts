import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import type { Petition } from '../models/petition.ts'
import { petitionFor } from '../own/petition_for.ts'
import { namePerson } from './name_person.ts'
import { personsFor } from './persons.ts'

/** Stands in the form for somebody who does not work here. */
const NOBODY = 'nobody'

/** The page on which the desk says whom a complaint means. */
export class NamingForm {
  /** Of the petition in the address; for whoever may not say so there is none. */
  static async of(ctx: HttpContext) {
    const petition = await petitionFor(ctx, 'name')
    return new NamingForm(petition, ctx.officer, await personsFor(petition))
  }

  private constructor(
    readonly petition: Petition,
    private readonly officer: Officer,
    private readonly persons: Officer[]
  ) {}

  /** All that the page shows. Leaves a row that this officer looked. */
  async page() {
    const { petition, officer, persons } = this
    await Access.record(officer, { petition })
    const catalogue = await Catalogue.of(petition.authorityId)
    const { number, version, complainedName, complainedUnitId, complainedOfficerId } = petition
    const unitOf = ({ unitId }: Officer) => unitId && catalogue.unit(unitId).shortName
    return {
      ...{ number, version, complainedName, nobody: NOBODY },
      unit: complainedUnitId && catalogue.has(complainedUnitId) && catalogue.unit(complainedUnitId),
      persons: persons.map((one) => ({ login: one.login, name: one.name, unit: unitOf(one) })),
      chosen: persons.find(({ id }) => id === complainedOfficerId)?.login ?? '',
    }
  }

  /** @throws Refusal where nobody was chosen, or somebody else was faster */
  async take(typed: Typed) {
    const { petition, officer, persons } = this
    const logins = [NOBODY, ...persons.map(({ login }) => login)]
    const login = typed.read((form) =>
      form.choice('complainedOfficer', logins, { required: true, wrong: 'required' })
    )
    const person = persons.find((one) => one.login === login) ?? null
    const isTheSame = person !== null && person.id === petition.complainedOfficerId
    if (isTheSame && petition.decider !== 'naming') return
    if (typed.text('version') !== String(petition.version)) throw new Changed()
    try {
      await namePerson(petition, person, officer)
    } catch (error) {
      throw error instanceof PetitionChanged ? new Changed() : error
    }
  }
}

/** Somebody else did something with it meanwhile. */
class Changed extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'changed' })
  }
}
