import type { HttpContext } from '@adonisjs/core/http'
import type { Officer } from '#organisation'
import { notFound } from '#shared/not_found'
import { Refusal } from '#shared/typed/problems'
import { PhoneNumber } from '#shared/typed/phone_number'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { toldOf, type Told } from '../brought/told.ts'
import { IdentityCheck } from '../models/identity_check.ts'
import type { Petition } from '../models/petition.ts'
import { Petitioner } from '../models/petitioner.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import { SixDigits } from '../models/telephone_code.ts'
import type { Action } from '../stages.ts'
import { petitionFor } from '../own/petition_for.ts'
import { demandCode, sendCode } from './asked_code.ts'
import { DOCUMENTS, recognise, type Known } from './recognise.ts'

/** The page for whoever stands at the desk: to be handed a new code, or to hear of a petition. */
export class RecognitionForm {
  /** Of the petition in the address; for whoever may not do this with it there is none. */
  static async of(ctx: HttpContext, action: Action = 'recognise') {
    const petition = await petitionFor(ctx, action)
    if (petition.hidesPetitionerFrom(ctx.officer)) return notFound(ctx)
    return new RecognitionForm(petition, await toldOf(petition), ctx.officer)
  }

  private constructor(
    readonly petition: Petition,
    /** who gets code and messages: nobody else is handed it */
    private readonly told: Told,
    private readonly officer: Officer
  ) {}

  /** All that the page shows. Leaves a row that this officer looked (KVKK 6698). */
  async page(asked = '', typed = new Typed({})) {
    const { petition, officer, told } = this
    await Access.record(officer, { petition })
    const { name, phone, address, maskedNationalId } = told
    return {
      ...{ number: petition.number, version: petition.version, documents: DOCUMENTS },
      ...{ name, nationalId: maskedNationalId, asked, hasAddress: address !== null },
      phone: phone && (PhoneNumber.parse(phone)?.masked ?? null),
      typed: typed.words,
    }
  }

  /** A code goes to the recorded telephone. @returns what the form for it carries */
  send(ip: string) {
    return sendCode(this.petition, this.told.phone, ip)
  }

  /**
   * Makes the code anew for whoever is known.
   *
   * @returns the new secret, this once
   * @throws Refusal for what shows nothing, or where somebody else was faster
   */
  async take(typed: Typed) {
    const { petition, officer } = this
    const known = await this.#known(typed)
    try {
      if (typed.text('version') !== String(petition.version)) throw new PetitionChanged()
      return await recognise(petition, known, officer)
    } catch (error) {
      if (!(error instanceof PetitionChanged)) throw error
      throw new Refusal({ field: 'version', rule: 'changed' })
    }
  }

  /**
   * Whoever stands there is known, and nothing is made anew.
   *
   * @throws Refusal for what shows nothing
   */
  async check(typed: Typed) {
    const known = await this.#known(typed)
    const ids = { ids: [this.petition.id], role: roleOf(this.told) }
    if (known.by === 'document') return IdentityCheck.note(this.officer, ids, SAME[known.document])
    if (known.by === 'telephone') return IdentityCheck.note(this.officer, ids, 'telephone')
    throw new Refusal({ field: 'document', rule: 'required' })
  }

  async #known(typed: Typed): Promise<Known> {
    const { name, phone, address } = this.told
    const by = typed.oneOf('by', ['document', 'telephone', 'letter'])
    if (by === 'telephone') {
      const { code } = typed.read((form) => ({
        code: form.as('code', SixDigits, { required: true }),
      }))
      await demandCode(this.petition, phone, { asked: typed.text('asked'), code })
      return { by }
    }
    if (by === 'letter') {
      if (!address) throw new Refusal({ field: 'stage', rule: 'noAddress' })
      return { by }
    }
    const { document } = typed.read((form) => ({
      document: form.choice('document', DOCUMENTS, { required: true }),
    }))
    if (!name) throw new Refusal({ field: 'stage', rule: 'noName' })
    return { by: 'document', document }
  }
}

/** As an identity check names them. */
const SAME = {
  idCard: 'identityCard',
  passport: 'passport',
  drivingLicence: 'drivingLicence',
  residencePermit: 'residencePermit',
} as const

function roleOf(told: Told) {
  return told instanceof Petitioner ? ('petitioner' as const) : ('representative' as const)
}
