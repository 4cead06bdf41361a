import { worldOf } from './demand_heard.ts'
import { reaches } from './reach.ts'
import type { RuleBook } from './rule_book.ts'
import type { Sorts } from './rule_form.ts'

/** Ids of rules that are on and never heard any more, since subjects were merged or closed meanwhile. */
export function mutedRules(book: RuleBook, sorts: Sorts) {
  const world = worldOf(book, sorts)
  const { speaking } = book
  return speaking
    .filter((rule, at) => !reaches(rule, speaking.slice(0, at), world))
    .map(({ id }) => id)
}
