import type { Catalogue, RoutingRule, RuleBook } from '#organisation'
import type { Past } from './past_petitions.ts'
import { topicOf } from './rule_for.ts'

/** What would be proposed for a petition with a rule, and what without it. */
export class Proposing {
  readonly #rule: RoutingRule
  /** Those that speak, this one among them in its place. */
  readonly #with: readonly RoutingRule[]
  readonly #without: readonly RoutingRule[]

  constructor(
    private readonly book: RuleBook,
    id: number,
    private readonly catalogue: Catalogue
  ) {
    this.#rule = book.rules.find((rule) => rule.id === id)!
    this.#with = book.rules.filter((rule) => rule.id === id || book.speaking.includes(rule))
    this.#without = book.speaking.filter((rule) => rule.id !== id)
  }

  /** null: this rule does not speak for it, or its unit is the one complained about. */
  for(row: Past) {
    const { book, catalogue } = this
    const subject = catalogue.subject(row.subject_id)
    const topic = topicOf(row, subject, catalogue)
    const { unitId } = this.#rule
    const speaks = book.ruleFor(topic, this.#with)?.id === this.#rule.id
    if (!speaks || unitId === row.complained_unit_id) return null
    const other = book.ruleFor(topic, this.#without)
    const fits = (id: number | null | undefined) =>
      catalogue.units.find((unit) => unit.id === id && id !== row.complained_unit_id)
    const without = fits(other?.unitId) ?? fits(subject?.unitId)
    return { unitId, without: without?.id ?? null }
  }
}
