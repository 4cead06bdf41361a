import { DeadlineRuleSchema } from '#database/schema'

/** Süre: a rule of the clock, so many days, counted so, for this kind, by this law or promise. */
export class DeadlineRule extends DeadlineRuleSchema {}
