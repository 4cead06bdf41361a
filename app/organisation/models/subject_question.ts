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

/** Konu sorusu: what else must be known of petitions about one subject. Closed, never taken away. */
export class SubjectQuestion extends SubjectQuestionSchema {
  /** Those that are asked at an authority, each subject's in its order. */
  static openAt(authorityId: number) {
    const open = this.query().where('authority_id', authorityId).whereNull('closed_on')
    return open.orderBy('position').orderBy('id')
  }

  /** Those that are asked of one subject, as the database has them now. */
  static openOf(subjectId: number, trx?: TransactionClientContract) {
    const own = this.query(trx && { client: trx }).where('subject_id', subjectId)
    return own.whereNull('closed_on').orderBy('position').orderBy('id')
  }

  static closedOf(subjectId: number) {
    const own = this.query().where('subject_id', subjectId).whereNotNull('closed_on')
    return own.orderBy('id', 'desc').limit(CLOSED_SHOWN)
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
