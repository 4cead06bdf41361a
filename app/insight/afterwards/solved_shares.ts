import type { Stored } from '#shared/dates/stored'

/** One answer as its petitioner judged it. */
export interface Judged {
  /** yes, partly, no; of a call `unreached` besides */
  said: string
  at: Stored
}

const SAID = ['yes', 'partly', 'no'] as const

/** Of how many, and which share of them (whole per cent) said what; null without any. */
export function solvedShares(all: readonly Judged[]) {
  const known = all.filter(({ said }) => SAID.some((one) => one === said))
  const share = (said: string) =>
    known.length === 0
      ? null
      : Math.round((100 * known.filter((one) => one.said === said).length) / known.length)
  return {
    count: known.length,
    unreached: all.length - known.length,
    shares: SAID.map((said) => ({ said, share: share(said) })),
  }
}
