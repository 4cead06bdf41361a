import type { DateTime } from 'luxon'
import { waitingDecisions, type Walked } from '#intake'
import { waitingDirectives, waitingPromises } from '#response'

const LISTS = [waitingDecisions, waitingDirectives, waitingPromises]

/** Beside last days: objections to decide, directives and promises, at every authority that works today. */
export async function addWaiting({ numbers, offices }: NonNullable<Walked>, day: DateTime) {
  for (const [authorityId, office] of offices) {
    if (!office.isOpen) continue
    for (const list of LISTS) {
      for (const one of await list(authorityId, day)) numbers.addWaiting(one, office)
    }
  }
}
