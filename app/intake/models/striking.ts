import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { StrikingSchema } from '#database/schema'
import type { Officer } from '#organisation'

/** What of a petition may give away who brought it. */
export type Thing = 'text' | 'place' | 'file' | 'addition'

/** What may be read of one of them; null: nothing. */
export interface Decided {
  thing: Thing
  /** which one, of what there may be several of */
  thingId?: number
  words: string | null
}

/**
 * Karartma: what of a tip-off is read by whoever may not know who brought it, as somebody at the desk
 * decided. The last word on each thing counts; as long as there is none, nothing of it is read.
 */
export class Striking extends StrikingSchema {
  /** What is read of a petition now. */
  static async of({ id }: { id: number }, trx?: TransactionClientContract) {
    return new Readable(await this.query({ client: trx }).where('petition_id', id).orderBy('id'))
  }

  /** The same of several, by their ids. */
  static async ofEach(petitionIds: readonly number[]) {
    if (petitionIds.length === 0) return new Map<number, Readable>()
    const rows = await this.query()
      .whereIn('petition_id', [...petitionIds])
      .orderBy('id')
    const byPetition = Map.groupBy(rows, ({ petitionId }) => petitionId)
    return new Map([...byPetition].map(([id, own]) => [id, new Readable(own)]))
  }

  static async write(
    { id: petitionId }: { id: number },
    decided: readonly Decided[],
    officer: Officer,
    trx: TransactionClientContract
  ) {
    const by = { petitionId, officerId: officer.id, struckAt: DateTime.utc() }
    await this.createMany(
      decided.map(({ thing, thingId = 0, words }) => ({ ...by, thing, thingId, words })),
      { client: trx }
    )
  }
}

/** What may be read of one petition. */
class Readable {
  readonly #last: Map<string, Striking>

  constructor(inOrder: readonly Striking[]) {
    this.#last = new Map(inOrder.map((one) => [nameOf(one.thing, one.thingId), one]))
  }

  /** Whether somebody has read it and decided. */
  isDecided(thing: Thing, thingId = 0) {
    return this.#last.has(nameOf(thing, thingId))
  }

  /** Null: nothing may be read of it. */
  words(thing: Thing, thingId = 0) {
    return this.#last.get(nameOf(thing, thingId))?.words ?? null
  }
}

function nameOf(thing: string, thingId: number) {
  return `${thing} ${thingId}`
}
