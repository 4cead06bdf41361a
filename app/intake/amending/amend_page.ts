import { Catalogue, type Officer } from '#organisation'
import { Typed } from '#shared/typed/typed'
import type { Refusal } from '#shared/typed/problems'
import { Access } from '../access.ts'
import { PROOFS, RELATIONS } from '../brought/words.ts'
import { FormToken } from '../form/form_token.ts'
import { listsOf } from '../form/petition_page.ts'
import { Amendment } from '../models/amendment.ts'
import type { Petition } from '../models/petition.ts'
import { fieldsFor } from './record/fields_for.ts'
import { Foretold } from './foretold.ts'
import { OF_PERSON, OF_SPEAKER, type Recorded } from './record/fields.ts'
import { KEPT, shown } from './record/recorded.ts'
import { Worded } from './record/worded.ts'

/** All that the page of a correction shows. */
export class AmendPage {
  constructor(
    private readonly petition: Petition,
    private readonly officer: Officer,
    private readonly before: Recorded
  ) {}

  /** Leaves a row that this officer looked (KVKK 6698). */
  async facts(typed = new Typed({}), refusal?: Refusal) {
    const { petition, officer, before } = this
    await Access.record(officer, { petition })
    const catalogue = await Catalogue.of(petition.authorityId)
    const page = shown(before, catalogue)
    const fields = fieldsFor(petition, officer)
    const words = new Worded(catalogue, officer.locale)
    const { number, version, text, locale: textLocale, isOpen } = petition
    const token = typed.text('token')
    const isKept = FormToken.check(token) === 'valid' && !TOKEN.includes(refusal?.reasons[0]?.field)
    return {
      ...{ number, version, text, textLocale, isOpen, fields, page },
      ...listsOf(catalogue, officer.locale, 'desk'),
      ...{ kept: KEPT, relations: RELATIONS, proofs: PROOFS, ofSpeaker: [...OF_SPEAKER, 'told'] },
      token: isKept ? token : FormToken.issue(),
      typed: { ...page, ...typed.words },
      /** what stands there where something else was typed */
      others: fields.filter((field) => typed.has(field) && typed.text(field) !== page[field]),
      tells: refusal instanceof Foretold ? refusal.tells : [],
      foretold: refusal instanceof Foretold ? refusal.keys : '',
      standing: Object.fromEntries(fields.map((field) => [field, words.of(field, before[field])])),
      earlier: await this.#earlier(words),
    }
  }

  /** What stood there before each correction, as far as this officer may know. */
  async #earlier(words: Worded) {
    const all = await Amendment.of(this.petition)
    const isHidden = this.petition.hidesPetitionerFrom(this.officer)
    return all
      .filter(({ field }) => !isHidden || !OF_PERSON.some((one) => one === field))
      .map(({ field, was, step }) => ({ field, at: step.takenAt, was: words.of(field, was) }))
  }
}

const TOKEN: readonly unknown[] = ['token']
