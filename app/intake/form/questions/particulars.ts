import type { SubjectQuestion } from '#organisation'
import { Day, longDate } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'
import { isVisible, oneLine } from '#shared/typed/typed_text'
import type { Particular } from './particular.ts'

/** Characters of an answer. Six of the longest fit what a TEXT column of MariaDB holds. */
const MAX = { line: 200, paragraphs: 2000 }
const NUMBER = /^\d[\d .,/-]{0,39}$/

/** An answer in each language, or which sentence says what is wrong with it. */
type Read = { tr: string; en: string } | { rule: string; max?: number }

/**
 * The answers that a form holds.
 *
 * @param isHeld whether it must be answered: only a form that showed a question is held to it, and at
 *   the desk nobody is turned away for what is not known
 */
export function readParticulars(
  form: Form,
  questions: readonly SubjectQuestion[],
  { locale, isHeld }: { locale: string; isHeld: (question: SubjectQuestion) => boolean }
): Particular[] {
  return questions.flatMap((question) => {
    const { inputName: name, label } = question
    const values = { label: question.labelIn(locale) }
    const text = form.text(name)
    if (!isVisible(text)) {
      if (isHeld(question)) form.wrong(name, 'required', values)
      return []
    }
    const read = readAnswer(question, text)
    if ('rule' in read) {
      form.wrong(name, read.rule, { ...values, max: read.max })
      return []
    }
    const en = { label: question.labelIn('en'), value: read.en }
    const isSame = en.label === label && en.value === read.tr
    return [{ label, value: read.tr, ...(!isSame && { en }) }]
  })
}

function readAnswer(question: SubjectQuestion, text: string): Read {
  switch (question.field) {
    case 'number': {
      const number = oneLine(text)
      return NUMBER.test(number) ? both(number) : { rule: 'number' }
    }
    case 'date': {
      const day = Day.parse(text)
      return day ? { tr: longDate(day), en: longDate(day, 'en') } : { rule: 'date' }
    }
    case 'choice':
    case 'yesNo': {
      const chosen = question.choicesIn('en').find(({ value }) => value === text)
      return chosen ? { tr: chosen.value, en: chosen.label } : { rule: 'choice' }
    }
    case 'long':
      return noLonger(text, MAX.paragraphs)
    default:
      return noLonger(oneLine(text), MAX.line)
  }
}

function both(value: string) {
  return { tr: value, en: value }
}

function noLonger(text: string, max: number): Read {
  return text.length > max ? { rule: 'maxLength', max } : both(text)
}
