import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import type { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import { Petitioner } from '../models/petitioner.ts'
import { Representative } from '../models/representative.ts'
import { petitionFor } from '../own/petition_for.ts'
import { amend } from './amend.ts'
import { AmendPage } from './amend_page.ts'
import { effectsOf } from './effects.ts'
import { fieldsFor } from './record/fields_for.ts'
import { Foretold } from './foretold.ts'
import { notedIn } from './noted_in.ts'
import { readRecord } from './record/read_record.ts'
import { differing, type Recorded } from './record/fields.ts'
import { recorded } from './record/recorded.ts'

/** The page on which the desk corrects what was written down wrongly. */
export class AmendForm {
  /** Of the petition in the address; for whoever may not correct it there is none. */
  static async of(ctx: HttpContext) {
    const petition = await petitionFor(ctx, 'amend')
    const petitioner = await Petitioner.findByOrFail('petitionId', petition.id)
    const speaker = await Representative.findBy('petitionId', petition.id)
    return new AmendForm(petition, ctx.officer, recorded(petition, petitioner, speaker))
  }

  private constructor(
    readonly petition: Petition,
    private readonly officer: Officer,
    private readonly before: Recorded
  ) {}

  page(typed?: Typed, refusal?: Refusal) {
    return new AmendPage(this.petition, this.officer, this.before).facts(typed, refusal)
  }

  /**
   * Corrects what the form says; nothing twice.
   *
   * @returns the new secret where somebody else or another telephone is told, else null
   * @throws Refusal for what is wrong, `Foretold` for what comes of it and was not read yet, `Changed`
   *   where somebody else was faster
   */
  async take(typed: Typed) {
    const { petition, officer, before } = this
    const catalogue = await Catalogue.of(petition.authorityId)
    const said = readRecord(typed, before, catalogue, fieldsFor(petition, officer))
    const { addition } = typed.read((form) => ({
      addition: form.multiline('addition', { max: LONGEST.additions.text }),
    }))
    const noted = await notedIn(typed.text('token'), addition, petition)
    if (!noted && differing(before, said).length === 0) return null
    if (typed.text('version') !== String(petition.version)) throw new Changed()
    const effects = await effectsOf(petition, { before, said }, catalogue)
    Foretold.demand(effects.tells, typed)
    try {
      return await amend(petition, { before, said, effects, noted }, officer)
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
