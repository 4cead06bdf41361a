import { Refusal } from '#shared/typed/problems'
import type { Rule } from '../deadline.ts'
import { CLOCKS, type RuleClock } from './clocks.ts'
import { ruleFor } from './rule_for.ts'

/** What somebody says of a rule. */
export type RuleSaid = Pick<Rule, 'days' | 'rolls' | 'reason' | 'reasonEn' | 'source'> & {
  counted: 'calendar' | 'working' | 'hours'
  starts: string
}

/** Which rule: of a clock, for a kind and an urgency, or for all that have none of their own. */
export interface Which {
  clock: RuleClock
  petitionKind: string | null
  urgency: string | null
}

/** Longer than any law gives an office, in days and in open hours. */
const MOST = { days: 365, hours: 400 }
/** Calendar days that a working day takes in an ordinary week. */
const OF_A_WEEK = 7 / 5

/**
 * What is wrong with a rule, or nothing: it never asks for an answer before the petition is there, the
 * law's clock is never longer than the law has it (a petitioner's own time never shorter), and what is promised never later than the law.
 *
 * @param rules all that are in force where it would count
 */
export function refuseRule(said: RuleSaid, which: Which, rules: readonly Rule[]) {
  const { days, counted } = said
  const most = counted === 'hours' ? MOST.hours : MOST.days
  if (days < 1) throw new Refusal({ field: 'days', rule: 'beforeReceipt' })
  if (days > most) throw new Refusal({ field: 'days', rule: 'long', values: { most, counted } })
  if (CLOCKS[which.clock].isLaw) refuseAgainstLaw(said, which, rules)
  else if (which.clock === 'promise') refuseLate(said, which, rules)
}

function refuseLate(said: RuleSaid, { petitionKind }: Which, rules: readonly Rule[]) {
  const law = ruleFor(rules, 'legal', petitionKind ?? 'request')
  if (span(said) <= span(law)) return
  throw new Refusal({ field: 'days', rule: 'afterLaw', values: wordsOf(law) })
}

function refuseAgainstLaw(said: RuleSaid, { clock, petitionKind }: Which, rules: readonly Rule[]) {
  const ofTheNation = rules.filter(({ authorityId }) => authorityId === null)
  const law = ruleFor(ofTheNation, clock, petitionKind ?? 'request')
  if (said.rolls) throw new Refusal({ field: 'rolls', rule: 'law' })
  const isPetitioners = CLOCKS[clock].isPetitioners
  const slower = isPetitioners ? 'calendar' : 'working'
  const isOther = said.counted !== law.counted && said.counted === slower
  if (isOther || (isPetitioners ? said.days < law.days : said.days > law.days)) {
    throw new Refusal({ field: 'days', rule: 'law', values: wordsOf(law) })
  }
}

function wordsOf({ days, counted }: Rule) {
  return { days, counted }
}

function span({ days, counted }: Pick<Rule, 'days' | 'counted'>) {
  return counted === 'working' ? days * OF_A_WEEK : days
}
