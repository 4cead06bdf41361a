import type { Catalogue, Subject, Unit } from '#organisation'
import { phrasesIn, type Phrase } from './keywords.ts'
import { lessonOf, type Lesson } from './lesson.ts'

/** What an authority's own lists say of its units: keywords, and names as far as words go. */
export function listsOf({ units, subjects }: Pick<Catalogue, 'units' | 'subjects'>) {
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const codeOf = ({ unitId }: Subject) => (unitId === null ? undefined : codes.get(unitId))
  const phrases: Phrase<string>[] = subjects.flatMap((subject) => {
    const label = codeOf(subject)
    return label ? phrasesIn(subject.keywords).map((words) => ({ label, words })) : []
  })
  const lessons: Lesson[] = [
    ...phrases.map(({ label, words }) => lessonOf(words.join(' '), label, 'keyword')),
    ...subjects.flatMap((subject) => {
      const code = codeOf(subject)
      return code ? [lessonOf(subject.name, code, 'name')] : []
    }),
    ...units.flatMap(namesOf),
  ]
  return { phrases, lessons }
}

/** What a unit is called, and each thing that it is competent for. */
function namesOf({ code, name, competence }: Unit) {
  const parts = [name, ...(competence ?? '').split(/[,/;\n]/)].map((part) => part.trim())
  return parts.filter(Boolean).map((part) => lessonOf(part, code, 'name'))
}
