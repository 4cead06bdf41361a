import { DeadlineRuleSchema } from '#database/schema'

/** A rule of the clock: so many days, counted so, for this kind, by this law or promise. */
export class DeadlineRule extends DeadlineRuleSchema {}
