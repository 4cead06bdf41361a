import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AssignmentSchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'
import type { Step } from './step.ts'

/** Which officer of the unit in charge has a petition, and which one shares the work. */
export interface Hands {
  assigneeId: number | null
  partnerId: number | null
}

type Held = Hands & { id: number; unitId: number }
type Given = Pick<Step, 'officerId' | 'takenAt'>

const PLACES = [
  { column: 'assigneeId', shares: false },
  { column: 'partnerId', shares: true },
] as const

/**
 * Üzerindeki görevli: in whose hands a petition is at the unit in charge, since when, until when. The
 * petition carries the ids, by which lists are read; a row says who gave it. It opens nothing to anybody.
 */
export class Assignment extends AssignmentSchema {
  /** A step was taken: rows end and begin as the petition's ids have changed. */
  static async follow(before: Held, now: Held, step: Given, trx: TransactionClientContract) {
    for (const { column, shares } of PLACES) {
      const [was, is] = [before[column] ?? null, now[column] ?? null]
      if (was === is) continue
      if (was) await this.#end(before, shares, step, trx)
      if (!is) continue
      const { officerId: givenBy, takenAt: since } = step
      const held = { petitionId: now.id, unitId: now.unitId, officerId: is, shares }
      await this.create({ ...held, givenBy, since, until: null }, { client: trx })
    }
  }

  static #end({ id }: Held, shares: boolean, step: Given, trx: TransactionClientContract) {
    return this.query({ client: trx })
      .where({ petition_id: id, shares })
      .whereNull('until')
      .update({ until: stamp(step.takenAt) })
  }
}
