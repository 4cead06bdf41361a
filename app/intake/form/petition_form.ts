import type { HttpContext } from '@adonisjs/core/http'
import {
  placeIn,
  type Catalogue,
  type Officer,
  type Subject,
  type SubjectQuestion,
} from '#organisation'
import { Problems, Refusal } from '#shared/typed/problems'
import { Typed, type Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { refuseOwn } from '../own/refuse_own.ts'
import type { PetitionDetails } from '../receiving/details.ts'
import { KINDS, WEB_KINDS } from '../stages.ts'
import { readBrought } from './brought/brought.ts'
import { readComplained } from './complained.ts'
import { readParticulars } from './questions/particulars.ts'
import { Questions } from './questions/questions.ts'
import { readStatistics } from './statistics.ts'

/** Which door the form stood at: at the desk everything but the text may be unknown. */
export type Door = 'web' | 'desk'

/** On which ways somebody comes to the desk; the web is a door of its own. */
export const DESK_CHANNELS = ['desk', 'phone', 'letter', 'email', 'publicDay'] as const

/**
 * A petition as somebody typed it. Read by hand and not with a schema: a field that is wrong depends
 * on another one ("phone or address", "numaram yok"), and each has one sentence.
 */
export class PetitionForm {
  readonly problems: Problems
  readonly #locale: string
  readonly #officer: Officer | undefined

  /** @param typed what is read, where it is not the form that was sent */
  constructor(
    ctx: Pick<HttpContext, 'i18n' | 'request'> & { officer?: unknown },
    readonly door: Door,
    readonly typed = Typed.from(ctx)
  ) {
    this.problems = new Problems(ctx.i18n, 'intake')
    this.#locale = ctx.i18n.locale
    this.#officer = ctx.officer as Officer | undefined
  }

  /** The petition's details, or null when there are `problems`. */
  details(catalogue: Catalogue, noticeVersion: number): PetitionDetails | null {
    try {
      return this.typed.read((form) => {
        const read = this.#read(form, catalogue)
        if (this.#officer) refuseOwn(form, read, this.#officer)
        return { ...read, noticeVersion }
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.problems.addAll(error)
      return null
    }
  }

  #read(form: Form, catalogue: Catalogue) {
    const isOnTheWeb = this.door === 'web'
    const { petitions, petitioners } = LONGEST
    const hasAddress = form.text('address') !== ''
    // Whom the desk looked for: nothing of it is kept.
    if (!isOnTheWeb) form.line('person', { max: petitioners.name })
    const kind = form.choice('kind', isOnTheWeb ? WEB_KINDS : KINDS) ?? 'request'
    // Whoever tells of others may stay unknown: the receipt alone leads back to it.
    const mustBeKnown = isOnTheWeb && kind !== 'tipOff'
    const subject = form.as('subject', subjectsOf(catalogue, this.door), { wrong: 'choice' })
    const particulars = this.#particulars(form, subject, catalogue)
    return {
      authorityId: catalogue.authority.id,
      channel: isOnTheWeb ? 'web' : (form.choice('channel', DESK_CHANNELS) ?? 'desk'),
      text: form.multiline('text', { required: isOnTheWeb || 'requiredAtDesk' }),
      kind,
      subject,
      place: placeTyped(form.line('place', { max: petitions.place }), catalogue),
      ...readComplained(form, catalogue),
      name: form.line('name', { max: petitioners.name, required: mustBeKnown }),
      nationalId: form.nationalId('nationalId', {
        required: mustBeKnown && !form.ticks('noNationalId'),
      }),
      // The law asks for an address; a mobile number reaches the petitioner as well.
      phone: form.phone('phone', { required: mustBeKnown && !hasAddress }),
      declinesTexts: form.ticks('declinesTexts'),
      address: form.line('address', { max: petitioners.address }),
      email: form.email('email')?.toString() ?? null,
      locale: isOnTheWeb ? this.#locale : (form.oneOf('language', ['tr', 'en']) ?? 'tr'),
      // On the web everybody speaks for themselves.
      ...(!isOnTheWeb && readBrought(form)),
      ...(particulars.length > 0 && { particulars }),
      // Where it is not asked nothing of it is read, whatever was sent.
      ...(catalogue.authority.asksStatistics && { statistics: readStatistics(form) }),
    } as const
  }

  #particulars(form: Form, subject: Subject | null, catalogue: Catalogue) {
    const isShown = form.text(Questions.FIELD) === subject?.code
    const isHeld = (question: SubjectQuestion) =>
      isShown && this.door === 'web' && question.isRequiredAt('web')
    const how = { locale: this.#locale, isHeld }
    return readParticulars(form, catalogue.questionsOf(subject), how)
  }
}

/** What is meant for the office only is nobody's choice on the web. */
export function subjectsOf(catalogue: Catalogue, door: Door) {
  return {
    parse(code: string) {
      const subject = catalogue.subjectByCode(code)
      return subject && (door === 'desk' || !catalogue.isOfficeOnly(subject)) ? subject : null
    },
  }
}

/** One of the list by its own name, however it was typed. */
export function placeTyped(text: string | null, { places }: Catalogue) {
  const place = text && placeIn(text, places)
  return place && place.length <= LONGEST.petitions.place ? place : text
}
