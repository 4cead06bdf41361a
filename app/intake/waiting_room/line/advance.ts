import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** What a ticket and the board have room for. */
export const MOST_A_DAY = 999

const COUNTS = ['last_number', 'last_place', 'last_turn'] as const
export type Count = (typeof COUNTS)[number]

/** Of a room and a day; with `turn` only if no call came after the one that whoever asks knew of. */
interface Where {
  id: number
  day: string
  turn?: number
}

/**
 * Puts some of a room's counts one further, from nothing with a new day: one statement, whose row the
 * others wait for until this transaction has written what it counts.
 *
 * @returns the counts as they are now; null when another call came between, or the numbers are used up
 */
export async function advance(
  { id, day, turn }: Where,
  counts: readonly Count[],
  trx: TransactionClientContract
): Promise<Record<Count, number> | null> {
  const next = (name: Count) => {
    const step = counts.includes(name) ? 1 : 0
    return trx.raw(`case when day = ? then ${name} + ${step} else ${step} end`, [day])
  }
  const sets = Object.fromEntries(COUNTS.map((name) => [name, next(name)]))
  const room = trx.from('waiting_rooms').where({ id })
  const isNewOr = (column: Count, sign: '=' | '<', value: number) =>
    room.where((either) => void either.whereNot('day', day).orWhere(column, sign, value))
  if (turn === 0) isNewOr('last_turn', '=', 0)
  else if (turn) room.where({ day, last_turn: turn })
  if (counts.includes('last_number')) isNewOr('last_number', '<', MOST_A_DAY)
  // The day last: MariaDB reads what stands before it already.
  const moved = await room.update({ ...sets, day })
  if (Number(moved) === 0) return null
  return trx
    .from('waiting_rooms')
    .where({ id })
    .select(...COUNTS)
    .firstOrFail()
}
