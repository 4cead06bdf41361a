import type { RoutingRule, RuleBook } from '#organisation'

/** A rule as a list shows it: what it asks in words or codes, what it proposes, and how it stands. */
export function ruleWords(rule: RoutingRule, book: RuleBook, locale: string) {
  const { tree, units, places } = book.shelf
  const { headingId, subjectId, neighbourhoodId, placeKind, kind, urgency } = rule
  const subject = subjectId ? tree.subject(subjectId) : undefined
  const merged = subject && tree.countedAs(subject.id) !== subject.id
  return {
    rule,
    heading: tree.headings.find(({ id }) => id === headingId)?.nameIn(locale) ?? null,
    subject: subject?.nameIn(locale) ?? null,
    /** the subject that it was merged into, for whose petitions the rule speaks as well */
    into: merged ? tree.subject(tree.countedAs(subject.id))!.nameIn(locale) : null,
    place: places.find(({ id }) => id === neighbourhoodId)?.called ?? null,
    ...{ placeKind, kind, urgency },
    unit: units.find(({ id }) => id === rule.unitId)!.name,
    at: book.rules.findIndex(({ id }) => id === rule.id) + 1,
    state: rule.isOn ? (book.asleep(rule) ?? 'on') : 'off',
  }
}

export type RuleWords = ReturnType<typeof ruleWords>
