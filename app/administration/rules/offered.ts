import type { RoutingRule, RuleBook } from '#organisation'

/** What a form of a rule offers: subjects under their headings, places and units. */
export function offeredIn({ shelf: { tree, places, units } }: RuleBook, locale: string) {
  const headings = tree.headings.filter(({ closedOn }) => !closedOn)
  return {
    subjects: headings.map((heading) => ({
      heading: { value: `h:${heading.id}`, name: heading.nameIn(locale) },
      under: tree
        .under(heading)
        .filter(({ closedOn }) => !closedOn)
        .map((one) => ({ value: `s:${one.code}`, name: one.nameIn(locale) })),
    })),
    places: places
      .filter(({ closedOn }) => !closedOn)
      .map(({ id, called }) => ({ value: `n:${id}`, name: called })),
    units: units
      .filter(({ closedOn }) => !closedOn)
      .map(({ code, name }) => ({ value: code, name })),
  }
}

/** What a rule names that was closed since: chosen still, until somebody chooses another one. */
export function closedOf(rule: RoutingRule, { shelf: { tree, places, units } }: RuleBook) {
  const root = rule.subjectId ? tree.subject(tree.countedAs(rule.subjectId)) : undefined
  const heading = tree.headings.find(({ id }) => id === rule.headingId)
  const place = places.find(({ id }) => id === rule.neighbourhoodId)
  const unit = units.find(({ id }) => id === rule.unitId)
  return {
    about: root?.closedOn
      ? { value: `s:${root.code}`, name: root.name }
      : heading?.closedOn
        ? { value: `h:${heading.id}`, name: heading.name }
        : null,
    where: place?.closedOn ? { value: `n:${place.id}`, name: place.called } : null,
    unit: unit?.closedOn ? { value: unit.code, name: unit.name } : null,
  }
}
