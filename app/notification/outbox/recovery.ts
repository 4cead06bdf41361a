import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import type { Route } from '../dispatch/route.ts'
import { Message } from '../models/message.ts'

/**
 * Takes up at once what a dead process left half-sent: whoever has just got the gateway's lease
 * knows that nobody else is sending. What went out without its answer goes out again. The settings
 * may have named other gateways, or in another order, when the rows were written.
 */
export async function recover(route: Route, except: number[]) {
  const { channel, position, gateway } = route
  const now = stamp(DateTime.utc())
  await transaction(async (trx) => {
    const waiting = () => waitingMessages(channel, trx).whereNotIn('id', except)
    await waiting()
      .whereNot('position', position)
      .where((own) =>
        own.where('bound_to', gateway).orWhere((half) => half.where({ state: 'sending', gateway }))
      )
      .update({ position })
    await waiting()
      .where({ position, gateway, state: 'sending' })
      .where('next_at', '>', now)
      .update({ next_at: now })
    if (position === 0) await inherit(route, now, waiting)
  })
}

/** The first gateway sends what was left to gateways that are named no more. */
async function inherit(
  { gateway, among }: Route,
  now: string,
  waiting: () => ReturnType<typeof waitingMessages>
) {
  await waiting().where('position', '>=', among.length).update({ position: 0 })
  await waiting()
    .where('position', 0)
    .whereNotIn('bound_to', [...among])
    .update({ bound_to: null })
  await waiting()
    .where({ position: 0, state: 'sending' })
    .whereNotIn('gateway', [...among])
    .update({ gateway, next_at: now })
}

function waitingMessages(channel: string, trx: TransactionClientContract) {
  return Message.query({ client: trx }).where('channel', channel).whereNotNull('next_at')
}
