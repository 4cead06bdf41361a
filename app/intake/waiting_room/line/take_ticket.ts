import { DateTime } from 'luxon'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { tokenDigest } from '../../receiving/form_keys.ts'
import { QueueTicket, type Sort } from '../../models/queue_ticket.ts'
import type { WaitingRoom } from '../../models/waiting_room.ts'
import { Tally } from '../tally.ts'
import { advance } from './advance.ts'

/**
 * The next number of the day; the same button of the same page pressed twice gives the same.
 *
 * @param token of the kiosk's page
 * @returns null when the day's numbers are used up
 */
export async function takeTicket(room: WaitingRoom, sort: Sort, token: string) {
  const digest = tokenDigest(token)
  const day = QueueTicket.today
  try {
    return await transaction(async (trx) => {
      const counts = await advance({ id: room.id, day }, ['last_number', 'last_place'], trx)
      if (!counts) return null
      const { authorityId } = room
      const drawn = {
        number: counts.last_number,
        place: counts.last_place,
        takenAt: DateTime.utc(),
      }
      const ticket = { authorityId, day, sort, state: 'waiting', tokenDigest: digest, ...drawn }
      const made = await QueueTicket.create(ticket, { client: trx })
      await Tally.taken(made, trx)
      return made
    })
  } catch (error) {
    if (!isDuplicate(error, 'token_digest')) throw error
    return QueueTicket.findByOrFail({ tokenDigest: digest, authorityId: room.authorityId })
  }
}
