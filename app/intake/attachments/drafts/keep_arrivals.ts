import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import { Attachment, type Part } from '../../models/attachment.ts'
import type { Arrival, Arrived } from '../arrival.ts'
import { MOST_FILES } from '../longest.ts'
import { Store } from '../store/store.ts'

/** Whose files they are. */
export interface Holder {
  /** a form's token, as its digest, or a petition's card or answer */
  holder: string
  part: Part
  petitionId?: number
  officer?: Officer
}

/** Why one is not kept, as a sentence is called. */
export interface NotKept {
  name: string
  fault: string
}

/**
 * Gives each file that came its row. One that is there already is not there twice; of what has no
 * place any more nothing is left.
 *
 * @param arrivals none is left in it, but for those that an error left without a row
 */
export async function keepArrivals(arrivals: Arrival[], holder: Holder) {
  const kept: Attachment[] = []
  const notKept: NotKept[] = []
  for (let arrival = arrivals[0]; arrival; arrival = arrivals[0]) {
    const row = 'file' in arrival ? await keepOne(arrival, holder) : null
    if (row) kept.push(row)
    else notKept.push({ name: arrival.name, fault: 'fault' in arrival ? arrival.fault : 'tooMany' })
    arrivals.shift()
  }
  return { kept, notKept }
}

/** Null where ten are there already. */
async function keepOne(arrived: Arrived, holder: Holder): Promise<Attachment | null> {
  for (;;) {
    const there = await Attachment.heldBy(holder.holder)
    const same = there.find(({ digest }) => digest === arrived.digest)
    const position = freePlace(there)
    if (same || position === null) {
      await Store.remove(arrived.file)
      return same ?? null
    }
    try {
      return await again(() => create(arrived, holder, position))
    } catch (error) {
      // Another one of the same form was faster, with the place or with the file.
      const isTaken = isDuplicate(error, 'position') || isDuplicate(error, 'digest')
      if (isTaken) continue
      await Store.remove(arrived.file)
      throw error
    }
  }
}

/** The first that none has; null where all are taken. */
export function freePlace(there: readonly Attachment[]) {
  const taken = new Set(there.map(({ position }) => position))
  const places = Array.from({ length: MOST_FILES }, (_, index) => index + 1)
  return places.find((place) => !taken.has(place)) ?? null
}

function create({ name, kind, file, size, digest }: Arrived, holder: Holder, position: number) {
  const { officer, petitionId = null, part } = holder
  const now = DateTime.utc()
  return Attachment.create({
    holder: holder.holder,
    position,
    digest,
    petitionId,
    part,
    unitId: officer?.unitId ?? null,
    officerId: officer?.id ?? null,
    name,
    kind,
    file,
    size,
    state: 'waiting',
    tries: 0,
    createdAt: now,
  })
}
