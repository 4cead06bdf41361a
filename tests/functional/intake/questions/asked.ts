import type { ApiClient } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import { Catalogue, SubjectQuestion, type Subject } from '#organisation'
import { district } from '#tests/support/databases/district'

export const WORDS = {
  ...{ text: 'Kızımı başka okula almak istiyorum.', kind: 'request', name: 'Ayşe Deneme' },
  ...{ noNationalId: '1', phone: '0500 012 34 56' },
}

/** A subject that asks what it is given, and nothing else. */
export async function asking(...questions: Partial<SubjectQuestion>[]) {
  const { subjects, headings, authority } = await district()
  const open = headings.filter(({ officeOnly }) => !officeOnly).map(({ id }) => id)
  const subject = subjects.find((one) => open.includes(one.headingId) && !one.sensitive)!
  const made = []
  for (const [at, question] of questions.entries()) {
    const row = { authorityId: authority.id, subjectId: subject.id, position: at + 1, version: 1 }
    const usual = { field: 'text', requiredAt: 'nowhere' }
    made.push(await SubjectQuestion.create({ ...row, ...usual, ...question }))
  }
  Catalogue.forget()
  return { subject: subject as Subject, names: made.map(({ inputName }) => inputName), made }
}

/** The form of the page, filled in; a field with a question's name is its answer. */
export async function form(
  client: ApiClient,
  fields: Record<string, string> = {},
  at = '/basvuru'
) {
  const page = (await client.get(at)).text()
  return { ...hiddenFields(page, at), ...WORDS, ...fields } as Record<string, string>
}
