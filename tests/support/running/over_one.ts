/**
 * What a page looks like and how it is read with the keys does not depend on the database below it,
 * nor does what asks none: in a run of everything these are run over one of the two, spread so that
 * both runs take equally long. Named by hand they run wherever they are asked for.
 */
const OVER_ONE = {
  // What asks both databases itself (every_field) runs in that one, and takes long.
  sqlite: ['unit/organisation/clock/oracle', 'unit/routing/suggestion/aims'],
  mysql: [
    'browser/administration/kept_pages',
    'browser/house/focus',
    'browser/house/keys',
    'browser/house/long_words',
    'browser/house/pages',
    'browser/response/card_layout',
    'browser/response/inbox_keys',
    'unit/notification/templates/wording_rules',
  ],
}

/** The environment's name for what a run leaves to the one over the other database. */
export const LEFT = 'TESTS_LEFT_TO_THE_OTHER'

export function leftBy(connection: keyof typeof OVER_ONE) {
  const others = OVER_ONE[connection === 'sqlite' ? 'mysql' : 'sqlite']
  return others.map((name) => `tests/${name}.spec.ts`)
}
