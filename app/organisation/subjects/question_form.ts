import { oneLine } from '#shared/typed/typed_text'
import type { Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { FIELDS, REQUIRED_AT, type SubjectQuestion } from '../models/subject_question.ts'

const { subject_questions: MAX } = LONGEST
const FEWEST_CHOICES = 2

/** Everything of a question that is typed. */
export function readQuestion(form: Form) {
  const field = form.choice('field', FIELDS, { required: true })
  const choices = linesIn(form, 'choices', MAX.choices)
  const choicesEn = linesIn(form, 'choicesEn', MAX.choices_en)
  const isChoice = field === 'choice'
  if (isChoice && choices.length < FEWEST_CHOICES) form.wrong('choices', 'few')
  if (isChoice && choicesEn.length > 0 && choicesEn.length !== choices.length) {
    form.wrong('choicesEn', 'other')
  }
  return {
    label: form.line('label', { max: MAX.label, required: true }),
    labelEn: form.line('labelEn', { max: MAX.label_en }),
    help: form.line('help', { max: MAX.help }),
    helpEn: form.line('helpEn', { max: MAX.help_en }),
    field,
    // Kept also while it is asked otherwise: whoever comes back to a choice finds them.
    choices: choices.join('\n') || null,
    choicesEn: choicesEn.join('\n') || null,
    requiredAt: form.choice('requiredAt', REQUIRED_AT, { required: true }),
  }
}

/** As the list of changes shows it. */
export function questionFacts(question: SubjectQuestion) {
  const { label, labelEn, help, helpEn, field, choices, choicesEn, requiredAt } = question
  const oneAfterTheOther = (lines: string | null) => lines?.replaceAll('\n', ', ') ?? null
  return {
    ...{ question: label, questionEn: labelEn, help, helpEn, answerField: field },
    choices: oneAfterTheOther(choices),
    choicesEn: oneAfterTheOther(choicesEn),
    requiredAt,
  }
}

function linesIn(form: Form, name: 'choices' | 'choicesEn', max: number) {
  const lines = [...new Set(form.text(name).split('\n').map(oneLine).filter(Boolean))]
  if (lines.join('\n').length > max) form.wrong(name, 'maxLength', { max })
  return lines
}
