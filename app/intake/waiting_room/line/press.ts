import { MINUTES, Quota, TooManyTries } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { FormToken } from '../../form/form_token.ts'
import type { Sort } from '../../models/queue_ticket.ts'
import type { WaitingRoom } from '../../models/waiting_room.ts'
import { takeTicket } from './take_ticket.ts'

/** A full corridor at once when the door opens; then one in twenty seconds, whoever presses all day. */
const PRESSES = { most: 100, within: 100 * (MINUTES / 3) }

const quota = new Quota()

/**
 * Somebody pressed a button of the kiosk. The page's token only tells a second press from another
 * person's: an old one is as good, since the address says that it is the kiosk.
 *
 * @throws Refusal
 */
export async function press(room: WaitingRoom, sort: Sort, token: string) {
  if (FormToken.check(token) === 'missing') throw new Refusal({ field: 'token', rule: 'kiosk' })
  const giveBack = counted(room)
  const ticket = await takeTicket(room, sort, token)
  if (!ticket?.$isLocal) giveBack()
  if (!ticket) throw new Refusal({ field: 'limit', rule: 'room' })
  return ticket
}

/** In the memory of this process: nothing of it is a secret to be guessed at. */
function counted({ digest }: WaitingRoom) {
  try {
    return quota.take([{ key: `kiosk:${digest}`, ...PRESSES }])
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error
    throw new Refusal({ field: 'limit', rule: 'kiosk' }).with(429)
  }
}
