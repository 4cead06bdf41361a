import type { I18n } from '@adonisjs/i18n'
import { Catalogue, type Subject, type Unit } from '#organisation'
import { NationalId } from '#shared/typed/national_id'
import { EmailAddress } from '#shared/typed/email_address'
import { PhoneNumber } from '#shared/typed/phone_number'
import { Problems } from '#shared/typed/problems'
import { oneLine } from '#shared/typed/typed_text'
import type { PetitionDetails } from '../receiving/details.ts'
import { type CHANNELS, KINDS, type Channel, type Kind } from '../stages.ts'

/** Characters that a petition's text may have; from one word on, everything is taken. */
export const MAX_TEXT = 10_000
const MAX = { text: MAX_TEXT, place: 200, name: 120, address: 500 } as const

/** Which door the form stood at: at the desk everything but the text may be unknown. */
export type Door = 'web' | 'desk'

/**
 * A petition as somebody typed it. Reads every field, says what is to be mended, and gives the
 * details when nothing is. Written by hand and not with a schema: a field that is wrong depends on
 * another one ("phone or address", "numaram yok"), and each has one sentence.
 */
export class PetitionForm {
  readonly problems: Problems

  constructor(
    readonly typed: Record<string, string>,
    readonly door: Door,
    private readonly i18n: I18n
  ) {
    this.problems = new Problems(i18n, 'intake')
  }

  /** The petition's details, or null when there are `problems`. */
  async details(noticeVersion: number): Promise<PetitionDetails | null> {
    const catalogue = await Catalogue.current()
    const details: PetitionDetails = {
      channel: this.#channel(),
      text: this.#text(),
      kind: this.#kind(),
      subject: this.#subject(catalogue),
      place: this.#short('place'),
      complainedUnit: this.#complained(catalogue),
      name: this.#name(),
      nationalId: this.#nationalId(),
      phone: this.#phone(),
      declinesTexts: this.#of('declinesTexts') === '1',
      address: this.#short('address'),
      email: this.#email(),
      locale: this.#locale(),
      noticeVersion,
    }
    this.#reachable()
    return this.problems.any ? null : details
  }

  get #onTheWeb() {
    return this.door === 'web'
  }

  #of(field: string) {
    return this.typed[field] ?? ''
  }

  #channel(): Channel {
    if (this.#onTheWeb) return 'web'
    const channel = this.#of('channel') || 'desk'
    if (!['desk', 'phone', 'publicDay'].includes(channel)) this.problems.add('channel', 'choice')
    return channel as (typeof CHANNELS)[number]
  }

  #text() {
    const text = this.#of('text')
    if (!text) this.problems.add('text', this.#onTheWeb ? 'required' : 'requiredAtDesk')
    this.#notLonger('text', text)
    return text
  }

  #kind(): Kind {
    const kind = (this.#of('kind') || 'request') as Kind
    if (!KINDS.includes(kind)) this.problems.add('kind', 'choice')
    return kind
  }

  #subject(catalogue: Catalogue): Subject | null {
    const subject = catalogue.subjectByCode(this.#of('subject'))
    const offered = subject && !(this.#onTheWeb && catalogue.isOfficeOnly(subject))
    if (this.#of('subject') && !offered) this.problems.add('subject', 'choice')
    return subject ?? null
  }

  #complained(catalogue: Catalogue): Unit | null {
    const unit = catalogue.unitByCode(this.#of('complained'))
    if (this.#of('complained') && !unit) this.problems.add('complained', 'choice')
    return unit ?? null
  }

  #name() {
    if (this.#onTheWeb && !this.#of('name')) this.problems.add('name', 'required')
    return this.#short('name')
  }

  #nationalId() {
    const text = this.#of('nationalId')
    if (!text && this.#onTheWeb && !this.#of('noNationalId')) {
      this.problems.add('nationalId', 'required')
    }
    const id = NationalId.parse(text)
    if (text && !id) this.problems.add('nationalId', 'format')
    return id
  }

  #phone() {
    const phone = PhoneNumber.parse(this.#of('phone'))
    if (this.#of('phone') && !phone) this.problems.add('phone', 'format')
    return phone
  }

  #email() {
    const typed = this.#of('email')
    const wrong = typed && EmailAddress.mistyped(typed)
    if (wrong) this.problems.add('email', wrong.rule, wrong.values)
    return EmailAddress.parse(typed)?.toString() ?? null
  }

  /** The law asks for an address; a mobile number reaches the petitioner as well */
  #reachable() {
    const way = this.#of('phone') || this.#of('address')
    if (this.#onTheWeb && !way) this.problems.add('phone', 'required')
  }

  #locale() {
    if (this.#onTheWeb) return this.i18n.locale
    return this.#of('language') === 'en' ? 'en' : 'tr'
  }

  #short(field: 'place' | 'name' | 'address') {
    const text = oneLine(this.#of(field))
    this.#notLonger(field, text)
    return text || null
  }

  #notLonger(field: keyof typeof MAX, text: string) {
    if (text.length > MAX[field]) this.problems.add(field, 'maxLength', { max: MAX[field] })
  }
}
