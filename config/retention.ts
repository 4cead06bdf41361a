import env from '#start/env'

/** Days, and the least that the house itself needs: figures, receipts that come late, complaints. */
const DAYS = {
  KEEP_MESSAGES_DAYS: { usual: 365, least: 30 },
  KEEP_RECEIPTS_DAYS: { usual: 90, least: 14 },
  KEEP_VIEWS_DAYS: { usual: 730, least: 365 },
} as const

/** How long things are kept; docs/operations/install.md. */
const retention: Record<string, { days: number }> = {
  messages: { days: daysOf('KEEP_MESSAGES_DAYS') },
  receipts: { days: daysOf('KEEP_RECEIPTS_DAYS') },
  views: { days: daysOf('KEEP_VIEWS_DAYS') },
  // By which words the same problem is found: no older one is looked at (intake/joining/candidates.ts).
  alike: { days: 60 },
  // What arrived at the mailbox and is decided: the petition has its words, the mailbox the mail.
  mails: { days: 30 },
  // Numbers of the waiting room: a year beside the one before it.
  tickets: { days: 730 },
  // Who was to be heard on a public day, which may lie months ahead.
  appointments: { days: 365 },
  // What a rule would have proposed: tried out before it is switched on.
  trials: { days: 30 },
  // What was written of an answer and not saved, since it was last written on.
  draftSittings: { days: 60 },
  expired: { days: 1 },
  // Counters of tries, of which nothing is left: strangers can make millions a day.
  forgotten: { days: 0 },
}

export default retention

/** @throws RangeError with a sentence for whoever wrote the settings */
export function daysOf(name: keyof typeof DAYS, written = env.get(name)) {
  const { usual, least } = DAYS[name]
  const days = written ?? usual
  if (Number.isInteger(days) && days >= least) return days
  throw new RangeError(`${name} is a whole number of days, at least ${least}, not ${days}`)
}
