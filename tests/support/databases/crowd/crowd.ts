import db from '@adonisjs/lucid/services/db'
import { castOf, type Cast } from './cast.ts'
import { FREQUENT } from './fates.ts'
import { person } from './people.ts'
import { batchOf, Pieces } from './pieces.ts'

/**
 * Very many petitions as years bring them, with everything that the application writes of each: units
 * of which one has nearly a third and some hardly any, all stages, outcomes and subjects that are rare,
 * people with a thousand petitions, a tenth of all come on one day. The same ones each time, up to the
 * day: all is drawn by arithmetic on a running number, inside the database.
 */
export class Crowd {
  /**
   * So many, in one transaction. They are the authority's, of whose units more are known then; or those
   * below it have most of them.
   */
  static async gather(petitions: number, authorityId: number, below: readonly number[] = []) {
    const casts: Cast[] = []
    for (const id of [authorityId, ...below]) casts.push(await castOf(id, db.connection()))
    const pieces = new Pieces(casts, batchOf(0, petitions))
    await db.transaction(async (trx) => {
      await pieces.prepare(trx)
      await pieces.write([0, petitions - 1], trx)
      await pieces.end(trx)
    })
    return new Crowd(casts[0]!)
  }

  private constructor(readonly cast: Cast) {}

  /** What somebody of whom there are a thousand petitions is found by. */
  get frequent() {
    return Array.from({ length: FREQUENT.people }, (_, number) => person(number))
  }
}
