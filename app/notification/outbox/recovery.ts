import { DateTime } from 'luxon'
import { A_PIECE } from '#shared/database/retention'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import type { Route } from '../dispatch/route.ts'
import { Message } from '../models/message.ts'

type Waiting = ReturnType<typeof Message.query>

/** Which of the messages that wait are to be changed, and how; what was changed is among them no more. */
interface Mend {
  which(waiting: Waiting): void
  changes: { position?: number; bound_to?: null; gateway?: string; next_at?: string }
}

/**
 * Takes up at once what a dead process left half-sent: whoever has just got the gateway's lease
 * knows that nobody else is sending. What went out without its answer goes out again. The settings
 * may have named other gateways, or in another order, when the rows were written.
 *
 * However many wait, each piece of them is a statement of its own by their ids: one over all of them
 * would keep submissions and outcomes waiting. Killed in between, the next holder goes on.
 *
 * @param isOurs asked before each piece: the lease may have gone to another process
 * @returns whether nothing is left
 */
export async function recover(route: Route, except: number[], isOurs: () => Promise<boolean>) {
  const now = stamp(DateTime.utc())
  for (const mend of [...ownMends(route, now), ...inheritances(route, now)]) {
    const left = () => waiting(route).whereNotIn('id', except).where(mend.which)
    for (;;) {
      const found = await left().select('id', 'claimed_by').limit(A_PIECE)
      if (found.length === 0) break
      if (!(await isOurs())) return false
      await again(() => asFound(left(), found).update(mend.changes))
    }
  }
  return true
}

/** Of these, those that nobody has claimed since: each claim has a name of its own. */
function asFound(left: Waiting, found: Message[]) {
  const claims = found.map(({ claimedBy }) => claimedBy).filter((claim) => claim !== null)
  const ids = found.map(({ id }) => id)
  return left
    .whereIn('id', ids)
    .where((same) => same.whereNull('claimed_by').orWhereIn('claimed_by', [...new Set(claims)]))
}

function ownMends({ position, gateway }: Route, now: string): Mend[] {
  return [
    {
      which: (rows) =>
        void rows
          .whereNot('position', position)
          .where((own) =>
            own
              .where('bound_to', gateway)
              .orWhere((half) => half.where({ state: 'sending', gateway }))
          ),
      changes: { position },
    },
    {
      which: (rows) =>
        void rows.where({ position, gateway, state: 'sending' }).where('next_at', '>', now),
      changes: { next_at: now },
    },
  ]
}

/** The first gateway sends what was left to gateways that are named no more. */
function inheritances({ position, gateway, among }: Route, now: string): Mend[] {
  if (position !== 0) return []
  return [
    { which: (rows) => void rows.where('position', '>=', among.length), changes: { position: 0 } },
    {
      which: (rows) => void rows.where('position', 0).whereNotIn('bound_to', [...among]),
      changes: { bound_to: null },
    },
    {
      which: (rows) =>
        void rows.where({ position: 0, state: 'sending' }).whereNotIn('gateway', [...among]),
      changes: { gateway, next_at: now },
    },
  ]
}

function waiting({ channel }: Route) {
  return Message.query().where('channel', channel).whereNotNull('next_at')
}
