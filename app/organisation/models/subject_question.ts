import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { SubjectQuestionSchema } from '#database/schema'

/** Of those that are closed a page shows the latest. */
const CLOSED_SHOWN = 20

/** How an answer is given: on a line, as a number, a day, yes or no, one of several, in paragraphs. */
export const FIELDS = ['text', 'number', 'date', 'yesNo', 'choice', 'long'] as const

/** Where it must be answered. At the desk nobody is turned away for it: one is asked once more. */
export const REQUIRED_AT = ['nowhere', 'web', 'desk', 'both'] as const

const YES_NO = ['Evet', 'Hayır']
const YES_NO_EN = ['Yes', 'No']

/** Whose questions: a question, or whatever else knows its subject and authority. */
interface OfSubject {
  subjectId: number
  authorityId: number
}

/** Konu sorusu: what else must be known of petitions about one subject. Closed, never taken away. */
export class SubjectQuestion extends SubjectQuestionSchema {
  /** Those that are asked at an authority, each subject's in its order. */
  static openAt(authorityId: number) {
    const open = this.query().where('authority_id', authorityId).whereNull('closed_on')
    return open.orderBy('subject_id').orderBy('position')
  }

  /** Those that are asked of one subject, as the database has them now. */
  static openOf(of: OfSubject, trx?: TransactionClientContract) {
    return this.#of(of, trx).whereNull('closed_on').orderBy('position')
  }

  static closedOf(of: OfSubject) {
    const closed = this.#of(of).whereNotNull('closed_on')
    return closed.orderBy('position', 'desc').limit(CLOSED_SHOWN)
  }

  static #of({ subjectId, authorityId }: OfSubject, trx?: TransactionClientContract) {
    const own = { authority_id: authorityId, subject_id: subjectId }
    return this.query(trx && { client: trx }).where(own)
  }

  labelIn(locale: string) {
    return locale === 'en' ? (this.labelEn ?? this.label) : this.label
  }

  helpIn(locale: string) {
    return (locale === 'en' ? (this.helpEn ?? this.help) : this.help) ?? ''
  }

  /** What can be chosen: kept as the first, read as the second. */
  choicesIn(locale: string) {
    const isYesNo = this.field === 'yesNo'
    const own = isYesNo ? YES_NO : linesOf(this.choices)
    const inEnglish = isYesNo ? YES_NO_EN : linesOf(this.choicesEn)
    const english = locale === 'en' ? inEnglish : []
    return own.map((value, at) => ({ value, label: english[at] ?? value }))
  }

  isRequiredAt(door: 'web' | 'desk') {
    return this.requiredAt === door || this.requiredAt === 'both'
  }

  /** What the field of a form is called that asks it. */
  get inputName() {
    return `question-${this.id}`
  }
}

function linesOf(text: string | null) {
  return text?.split('\n') ?? []
}
