import { SubjectQuestion, type Catalogue } from '#organisation'
import type { Words } from '#shared/typed/typed'
import { isVisible } from '#shared/typed/typed_text'

const NAME = /^question-(\d{1,9})$/

/** Answers to what is asked of the form's subject no more: a question was closed while the form waited. */
export function closedAnswers(words: Words, catalogue: Catalogue) {
  const subject = catalogue.subjectByCode(words.subject ?? '')
  const asked = catalogue.questionsOf(subject).map(({ inputName }) => inputName)
  return Object.entries(words).flatMap(([name, value]) => {
    const [, id] = NAME.exec(name) ?? []
    return id && isVisible(value) && !asked.includes(name) ? [{ id: Number(id), value }] : []
  })
}

/** The same as an officer reads them, who decides what becomes of them. */
export async function shownAnswers(words: Words, catalogue: Catalogue, locale: string) {
  const answers = closedAnswers(words, catalogue)
  if (answers.length === 0) return []
  const ids = answers.map(({ id }) => id)
  const own = SubjectQuestion.query().where('authority_id', catalogue.authority.id)
  const questions = new Map((await own.whereIn('id', ids)).map((one) => [one.id, one]))
  return answers.map(({ id, value }) => ({ label: questions.get(id)?.labelIn(locale), value }))
}
