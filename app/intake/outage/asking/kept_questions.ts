import type { Catalogue } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { Questions } from '../../form/questions/questions.ts'

/** Questions that the page carries for when the line is cut: the browser keeps it whole. */
const MOST = 300

/** The questions of each subject that has some, in the order of subjects, as far as the page carries them. */
export function keptQuestions(catalogue: Catalogue, locale: string) {
  let left = MOST
  return catalogue.subjects.flatMap(({ code }) => {
    const { list } = Questions.of(new Typed({ subject: code }), catalogue, locale, 'desk')
    if (list.length === 0 || list.length > left) return []
    left -= list.length
    return [{ code, list }]
  })
}
