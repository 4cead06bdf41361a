import type { Catalogue } from '#organisation'
import type { Questions } from '../questions/questions.ts'

/** One page of a form that asks one thing at a time: what it asks, and where that is drawn. */
export interface Page {
  name: string
  /** the form's fields that stand on it */
  fields: readonly string[]
  /** the partial of the form that holds them */
  part: 'petition' | 'petitioner' | 'question' | 'statistics'
}

/** The page on which everything is read over before it is sent. */
export const OVER = 'over'

/** What there is to ask, in its order: what the subject needs stands behind it. */
export function pagesOf({ authority }: Catalogue, questions: Questions): readonly Page[] {
  const { asksStatistics } = authority
  return [
    { name: 'text', fields: ['text'], part: 'petition' },
    { name: 'kind', fields: ['kind'], part: 'petition' },
    { name: 'subject', fields: ['subject'], part: 'petition' },
    ...questions.list.map(({ name }) => ({ name, fields: [name], part: 'question' }) as const),
    { name: 'place', fields: ['place'], part: 'petition' },
    { name: 'complained', fields: ['complained', 'complainedName'], part: 'petition' },
    { name: 'name', fields: ['name'], part: 'petitioner' },
    { name: 'nationalId', fields: ['nationalId', 'noNationalId'], part: 'petitioner' },
    // A telephone or an address: the one makes the other needless.
    { name: 'phone', fields: ['phone', 'declinesTexts', 'address'], part: 'petitioner' },
    { name: 'email', fields: ['email'], part: 'petitioner' },
    ...(asksStatistics ? [STATISTICS] : []),
  ]
}

const STATISTICS = {
  name: 'birthYear',
  fields: ['birthYear', 'sex', 'schooling', 'work'],
  part: 'statistics',
} as const
