import type { Warner } from '../warnings/warning.ts'
import { Questions } from './questions.ts'

/** What must be asked at the desk and was not answered: said once, since nobody is turned away for it. */
export const unanswered: Warner = ({ typed, door, catalogue, i18n }) => {
  const subject = catalogue.subjectByCode(typed.text('subject'))
  if (door !== 'desk' || !subject || typed.text(Questions.FIELD) !== subject.code) return []
  const open = catalogue
    .questionsOf(subject)
    .filter((one) => one.isRequiredAt('desk') && !typed.text(one.inputName))
  if (open.length === 0) return []
  const title = i18n.t('intake.questions.unanswered')
  const lines = open.map((one) => one.labelIn(i18n.locale))
  return [{ name: `unanswered-${subject.id}`, tone: 'soon', title, lines }]
}
