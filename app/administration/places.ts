/** What is kept by the people who work there, by its list's route, in the order in which an office is set up. */
export const PLACES = [
  'offices.show',
  'privacy_notices.edit',
  'neighbourhoods.index',
  'officers.index',
  'substitutions.index',
  'units.index',
  'subjects.index',
  'calendar.index',
  'imports.index',
  'addresses.edit',
  'changes.index',
  'accesses.index',
]

/** By which its words are found in resources/lang. */
export function placeOf(route: string) {
  return route.split('.')[0]!
}
