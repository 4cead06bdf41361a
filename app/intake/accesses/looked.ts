import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import { along } from '#shared/database/along'
import { moment, stamp, type Stored } from '#shared/dates/stored'
import { Order } from '../lists/order.ts'
import { beyond, entered } from '../lists/reading/seek.ts'

/** Rows of one page at most, and those that are looked at to find them: behind those it ends short (ADR 15). */
export const PAGE = 30
const READ = 120

/** What is asked of the list; days are whole, the last one included. */
export interface Asked {
  /** whose officers looked */
  authorityId: number
  officerId?: number | null
  petitionId?: number | null
  from?: DateTime | null
  until?: DateTime | null
  after?: Place | null
}

/** Where a page ended. */
export interface Place {
  at: string
  id: number
}

/** Where it is kept that somebody looked, and which column says when. */
export const OPENED = { table: 'views', at: 'viewed_at' } as const
export const SOUGHT = { table: 'inquiries', at: 'made_at' } as const
type Kept = typeof OPENED | typeof SOUGHT

interface Row {
  id: number
  authority_id: number
  officer_id: number
  petition_id: number
  kind: string
  at: Stored
}

/**
 * The latest of them, so many: along the index of whatever narrows most. What else is asked is held
 * against those.
 */
export async function looked(kept: Kept, asked: Asked) {
  const { authorityId, officerId } = asked
  let read: Row[] = []
  for (const piece of pieces(kept, asked)) {
    if (read.length < READ) read = [...read, ...(await rowsOf(piece, READ - read.length))]
  }
  const fitting = read
    .filter((row) => row.authority_id === authorityId)
    .filter((row) => !officerId || row.officer_id === officerId)
  return { rows: fitting, last: read.length === READ ? placeOf(read.at(-1)!) : null }
}

function rowsOf(query: DatabaseQueryBuilderContract, most: number): Promise<Row[]> {
  return query.limit(most) as unknown as Promise<Row[]>
}

export function placeOf({ at, id }: Pick<Row, 'at' | 'id'>): Place {
  return { at: stamp(moment(at)), id }
}

/** What comes behind the place, in one statement or two (lists/reading/seek.ts). */
function pieces({ table, at }: Kept, asked: Asked) {
  const { from, until, after } = asked
  const place = after ? { key: after.at, id: after.id } : null
  return beyond(place, { key: at, id: 'id' }, Order.received).map((apply) => {
    const narrow = narrowest(asked)
    const query = db.from(along(table, [narrow[0], at])).select('*', `${at} as at`)
    const first = entered(query, [narrow], Boolean(from ?? until ?? after))
    if (from) query.where(at, '>=', stamp(from))
    if (until) query.where(at, '<', stamp(until.plus({ days: 1 })))
    apply(query)
    const order = [first, at, 'id'].filter((column) => column !== null)
    return Order.received.by(query, order)
  })
}

function narrowest({ authorityId, officerId, petitionId }: Asked): readonly [string, number] {
  if (petitionId) return ['petition_id', petitionId]
  return officerId ? ['officer_id', officerId] : ['authority_id', authorityId]
}
