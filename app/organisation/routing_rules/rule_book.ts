import { type SubjectTree } from '../subjects/tree.ts'
import type { PlaceRow } from '../office/places.ts'
import type { RoutingRule } from '../models/routing_rule.ts'
import type { Unit } from '../models/unit.ts'
import { ADMITS, DIMENSIONS, type Conditions, type Topic } from './conditions.ts'

/** What of an authority its rules speak of; closed ones too. */
export interface Shelf {
  rules: readonly RoutingRule[]
  tree: SubjectTree
  units: readonly Unit[]
  places: readonly PlaceRow[]
}

/** Why a rule that is switched on proposes nothing (uyuyor): what it names was closed since. */
export type Asleep = 'unit' | 'subject' | 'heading' | 'place'

/** Yönlendirme kuralları of an authority, in their order. */
export class RuleBook {
  /** Switched on and awake. */
  readonly speaking: readonly RoutingRule[]

  constructor(readonly shelf: Shelf) {
    this.speaking = shelf.rules.filter((rule) => rule.isOn && !this.asleep(rule))
  }

  get rules() {
    return this.shelf.rules
  }

  /** The rule that speaks for it: of those that fit the first one; null where none does. */
  ruleFor(topic: Topic, among = this.speaking): RoutingRule | null {
    return among.find((rule) => this.fits(rule, topic)) ?? null
  }

  fits(rule: Conditions, topic: Topic) {
    const { tree } = this.shelf
    return DIMENSIONS.every((one) => ADMITS[one](rule, topic[one] as never, tree))
  }

  /** What it names that is closed, if anything. */
  asleep(rule: Conditions & { unitId: number }): Asleep | null {
    const { tree, units, places } = this.shelf
    if (!isOpen(units.find(({ id }) => id === rule.unitId))) return 'unit'
    const { subjectId, headingId, neighbourhoodId } = rule
    if (subjectId && !isOpen(tree.subject(tree.countedAs(subjectId)))) return 'subject'
    if (headingId && !isOpen(tree.headings.find(({ id }) => id === headingId))) return 'heading'
    if (neighbourhoodId && !isOpen(places.find(({ id }) => id === neighbourhoodId))) return 'place'
    return null
  }

  /** By which it is known that no rule is another one than it was. */
  get signs() {
    return this.rules.map(({ id, version, isOn }) => `${id}.${version}.${Number(isOn)}`)
  }
}

function isOpen(one: { closedOn: unknown } | undefined) {
  return one !== undefined && !one.closedOn
}
