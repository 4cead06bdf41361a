import env from '#start/env'
import type { DateTime } from 'luxon'
import type { Numbers } from '#intake'
import { Catalogue, firstPageAddress, type Officer } from '#organisation'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { outboxWakeUp } from '../dispatch/wake_up.ts'
import { Digest } from '../models/digest.ts'
import { Message } from '../models/message.ts'
import type { NewMessage } from '../outbox/new_message.ts'
import { mailFault } from '../recipients.ts'

/** Somebody to be told, and what of. */
export interface Told {
  officer: Officer
  numbers: Numbers
}

/** So many share a commit. */
const TOGETHER = 50
/** Tomorrow's says more. */
const WORTH_TELLING = { hours: 20 }

/**
 * Tells each of them by one e-mail how many petitions wait for them: numbers and an address, and nothing
 * of any petition. Who has had it today gets none again.
 *
 * @returns how many were told now
 */
export async function sendDigests(people: Iterable<Told>, day: DateTime, newsUntil: DateTime) {
  const worth = [...people].filter(({ officer, numbers }) => {
    return officer.email && Object.values(numbers).some((count) => count > 0)
  })
  let told = 0
  for (let at = 0; at < worth.length; at += TOGETHER) {
    const some = worth.slice(at, at + TOGETHER)
    told += await tell(some, day, newsUntil)
  }
  if (told > 0) outboxWakeUp.ring()
  return told
}

/** Another process may be at it: then what it left is looked for once more. */
async function tell(some: readonly Told[], day: DateTime, newsUntil: DateTime) {
  const messages = new Map<number, NewMessage>()
  for (const one of some) messages.set(one.officer.id, await messageFor(one))
  const write = () =>
    transaction(async (trx) => {
      const had = await Digest.had(day, [...messages.keys()], trx)
      const ids = [...messages.keys()].filter((id) => !had.has(id))
      if (ids.length === 0) return 0
      await Digest.note(day, ids, newsUntil, trx)
      await Message.queue(
        ids.map((id) => messages.get(id)!),
        trx
      )
      return ids.length
    })
  return write().catch((error: unknown) => {
    if (!isDuplicate(error, 'officer_id')) throw error
    return write()
  })
}

async function messageFor({ officer, numbers }: Told): Promise<NewMessage> {
  const { authority } = await Catalogue.of(officer.authorityId)
  const { email, authorityId, locale } = officer
  const address = firstPageAddress(authority) || env.get('APP_URL') || 'Açık Kapı'
  return {
    ...{ authorityId, locale, petitionId: null, stepId: null, secret: null },
    ...{ event: 'digest', channel: 'email', recipient: email!, suppressed: mailFault() },
    lastsFor: WORTH_TELLING,
    placeholders: { number: '', dueOn: null, digest: { ...numbers, address } },
  }
}
