import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type DateTime } from 'luxon'
import { Change } from '../models/change.ts'

/** After so long every process calls it as it is called now (Catalogue), and no earlier change comes. */
const KNOWN_EVERYWHERE = { seconds: 60 }
/** Changes that are looked at in one piece. */
const A_PIECE = 200
const NAMES = ['name', 'shortName']

/** A unit or a subject that is called otherwise since a change. */
export interface Renamed {
  change: number
  what: 'unit' | 'subject'
  id: number
}

/**
 * The first unit or subject that was renamed by a change behind this one; `lookedTo`: as far as was
 * looked where there is none, or the one before it.
 */
export async function nextRenamed(after: number, now: DateTime, trx: TransactionClientContract) {
  const changes = await Change.query({ client: trx })
    .where('id', '>', after)
    .orderBy('id')
    .limit(A_PIECE)
  let lookedTo = after
  for (const change of changes) {
    if (change.madeAt > now.minus(KNOWN_EVERYWHERE)) break
    if (isRenaming(change)) return { lookedTo, renamed: renamedBy(change), isMore: true }
    lookedTo = change.id
  }
  return {
    lookedTo,
    renamed: null,
    isMore: lookedTo === changes.at(-1)?.id && changes.length === A_PIECE,
  }
}

function isRenaming({ thing, sort, changed }: Change) {
  const isNamed = thing === 'unit' || thing === 'subject'
  return isNamed && sort !== 'added' && changed.some(({ field }) => NAMES.includes(field))
}

function renamedBy({ id: change, thing, thingId: id }: Change): Renamed {
  return { change, what: thing as Renamed['what'], id }
}
