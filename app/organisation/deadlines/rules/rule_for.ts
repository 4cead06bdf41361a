import type { RuleClock } from './clocks.ts'
import type { Rule } from '../deadline.ts'

/**
 * The rule that counts for a clock and a kind of petition among the nation's rules and those of one
 * authority: one for that kind before a general one, then one for that urgency, then the authority's
 * own before the nation's, and of the same the newest. So an authority's general promise never takes a
 * freedom-of-information request out of law 4982.
 */
export function ruleFor<Row extends Rule>(
  rules: readonly Row[],
  clock: RuleClock,
  kind: string,
  urgency = 'ordinary'
) {
  const weight = (rule: Rule) =>
    (rule.petitionKind ? 4 : 0) + (rule.urgency ? 2 : 0) + (rule.authorityId ? 1 : 0)
  const candidates = rules
    .filter((rule) => rule.clock === clock)
    .filter((rule) => rule.petitionKind === null || rule.petitionKind === kind)
    .filter((rule) => !rule.urgency || rule.urgency === urgency)
    .sort((one, other) => weight(other) - weight(one) || other.id - one.id)
  const [rule] = candidates
  if (!rule) throw new Error(`No deadline rule for the clock "${clock}" and the kind "${kind}"`)
  return rule
}
