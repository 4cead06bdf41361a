import type { Warner } from './warning.ts'

/** What the bureau has to say of a subject to whoever chooses it. */
export const aboutSubject: Warner = ({ typed, catalogue, i18n }) => {
  const subject = catalogue.subjectByCode(typed.text('subject'))
  const notice = subject?.noticeIn(i18n.locale)
  if (!subject || !notice) return []
  const title = i18n.t('intake.warning.subject', { subject: subject.nameIn(i18n.locale) })
  return [{ name: `subject-${subject.id}`, tone: 'soon', title, lines: [notice] }]
}
