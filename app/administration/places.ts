/**
 * What is kept by the people who work there, by its list's route: what an office must see to first
 * stands first, and together stands what is thought of together.
 */
export const GROUPS = {
  office: ['offices.show', 'privacy_notices.edit', 'neighbourhoods.index', 'addresses.edit'],
  people: ['officers.index', 'substitutions.index', 'units.index'],
  petitions: ['subjects.index', 'routing_rules.index', 'calendar.index'],
  records: ['imports.index', 'changes.index', 'accesses.index'],
}

export const PLACES = Object.values(GROUPS).flat()

/** By which its words are found in resources/lang. */
export function placeOf(route: string) {
  return route.split('.')[0]!
}
