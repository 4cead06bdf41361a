import type { Heading, Subject } from '../models/subject.ts'

/** Konu başlıkları ve konular: all that an authority has, closed and merged ones too, in their order. */
export class SubjectTree {
  readonly #byId: Map<number, Subject>
  readonly #counted = new Map<number, number[]>()

  constructor(
    readonly headings: readonly Heading[],
    readonly subjects: readonly Subject[]
  ) {
    this.#byId = new Map(subjects.map((subject) => [subject.id, subject]))
    for (const { id } of subjects) {
      const root = this.countedAs(id)
      this.#counted.set(root, [...(this.#counted.get(root) ?? []), id])
    }
  }

  subject(id: number) {
    return this.#byId.get(id)
  }

  /** Under a heading: the open ones in their order, then the closed ones. */
  under({ id }: Pick<Heading, 'id'>) {
    const own = this.subjects.filter(({ headingId }) => headingId === id)
    return [...own.filter(({ closedOn }) => !closedOn), ...own.filter(({ closedOn }) => closedOn)]
  }

  /** The subject as which figures count it: the one that it was merged into, or itself. */
  countedAs(id: number) {
    const seen = new Set<number>()
    let at = id
    for (let next = this.#next(at); next && !seen.has(next); next = this.#next(at)) {
      seen.add(next)
      at = next
    }
    return at
  }

  /** It, and all that were merged into it: petitions keep pointing at what they were. */
  countedWith(id: number): readonly number[] {
    return this.#counted.get(id) ?? [id]
  }

  #next(id: number) {
    return this.#byId.get(id)?.mergedIntoId ?? null
  }
}
