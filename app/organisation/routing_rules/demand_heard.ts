import { Refusal } from '#shared/typed/problems'
import type { RoutingRule } from '../models/routing_rule.ts'
import { ADMITS, asksNothing, keyOf, type Conditions } from './conditions.ts'
import { reaches, type World } from './reach.ts'
import type { RuleBook } from './rule_book.ts'
import type { Sorts } from './rule_form.ts'

/** What rules can be asked about at this authority. */
export function worldOf({ shelf: { tree, places } }: RuleBook, { kinds, levels }: Sorts): World {
  const subjects = tree.subjects.filter(({ closedOn }) => !closedOn)
  return {
    tree,
    subject: [null, ...subjects.map(({ id }) => id)],
    place: [null, ...places.filter(({ closedOn }) => !closedOn)],
    kind: kinds,
    urgency: levels,
  }
}

/**
 * A rule that could never speak is refused, and one that would silence another: each with how to mend it.
 *
 * @param order all rules, this one among them
 * @param speaks whether it stands in others' way: it is on, or is just being switched on
 * @throws Refusal
 */
export function demandHeard(
  order: readonly RoutingRule[],
  rule: RoutingRule,
  { book, world, speaks }: { book: RuleBook; world: World; speaks: boolean }
) {
  demandOwn(order, rule)
  const at = order.indexOf(rule)
  const speaking = (one: RoutingRule) => book.speaking.some(({ id }) => id === one.id)
  const before = order.slice(0, at).filter(speaking)
  if (!reaches(rule, before, world)) throw neverHeard(order, rule, before, world)
  if (!speaks) return
  const behind = order.slice(at + 1).filter(speaking)
  const silenced = behind.find((one) => {
    const others = order.slice(0, order.indexOf(one)).filter(speaking)
    const without = others.filter(({ id }) => id !== rule.id)
    return reaches(one, without, world) && !reaches(one, [...without, rule], world)
  })
  if (silenced) throw wrong('silences', { rule: order.indexOf(silenced) + 1 })
}

/** Something must be asked, and the same not twice. */
function demandOwn(order: readonly RoutingRule[], rule: RoutingRule) {
  if (asksNothing(rule)) throw new Refusal({ field: 'about', rule: 'nothing' })
  const same = order.findIndex((one) => one !== rule && keyOf(one) === keyOf(rule))
  if (same < 0) return
  throw new Refusal({ field: 'about', rule: 'taken', values: { rule: same + 1 } })
}

function neverHeard(
  order: readonly RoutingRule[],
  rule: Conditions,
  before: readonly RoutingRule[],
  world: World
) {
  const isSomewhere = world.place.some((place) => ADMITS.place(rule, place, world.tree))
  if (!isSomewhere) return new Refusal({ field: 'where', rule: 'empty' })
  if (!reaches(rule, [], world)) return new Refusal({ field: 'about', rule: 'empty' })
  const one = before.find((other) => !reaches(rule, [other], world))
  return one ? wrong('covered', { rule: order.indexOf(one) + 1 }) : wrong('coveredTogether')
}

function wrong(rule: string, values?: Record<string, number>) {
  return new Refusal({ field: 'position', rule, values })
}
