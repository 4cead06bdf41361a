/** What a model learns from: a text, and which unit it is for, or is not for. */
export interface Lesson {
  text: string
  /** Kind and place, as `factsOf` has them. */
  facts: readonly string[]
  /** The code of the unit; null: only known whose it is not. */
  unit: string | null
  not: readonly string[]
  /** What it comes from: an administrator's lists, shipped examples of nobody, somebody's petition. */
  sort: 'keyword' | 'name' | 'example' | 'decision'
}

export function lessonOf(text: string, unit: string, sort: Lesson['sort']): Lesson {
  return { text, unit, sort, facts: [], not: [] }
}
