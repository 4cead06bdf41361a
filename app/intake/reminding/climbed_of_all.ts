import { isDuplicate, transaction } from '#shared/database/transaction'
import { insert } from '#shared/database/insert'
import { ABOVE } from '../models/climbed_tally.ts'
import { shieldOf } from '../visibility.ts'
import type { Office } from './office.ts'
import type { OpenByDay } from './open_by_day.ts'
import { standingRungs } from './wanted.ts'

/** Counts while all open petitions are walked: memory grows with who may see them alone. */
export class ClimbedOfAll {
  readonly #counts = new Map<string, number>()

  add(petition: OpenByDay, office: Office) {
    const reached = [
      ...standingRungs(petition, 'promise', office),
      ...standingRungs(petition, 'legal', office),
    ]
    const rungs = new Set(reached.map(({ rung }) => rung))
    const { authorityId, desk, circle, complainedUnitId } = petition
    const unitId = circle === 'house' ? 0 : office.charge(petition).unit.id
    for (const rung of ABOVE.filter((one) => rungs.has(one))) {
      const of = [authorityId, rung, desk, circle, complainedUnitId ?? 0, unitId]
      const key = [...of, shieldOf(petition)].join(' ')
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    }
  }

  /** In place of what was counted for these authorities before. */
  async save(authorityIds: readonly number[]) {
    const rows = [...this.#counts].map(([key, count]) => {
      const [authority, rung, desk, circle, complained, unit, shield] = key.split(' ')
      return {
        ...{ authority_id: Number(authority), rung, desk, circle, count },
        ...{ complained_unit_id: Number(complained), unit_id: Number(unit), shield },
      }
    })
    const write = transaction(async (trx) => {
      await trx
        .from('climbed_tallies')
        .whereIn('authority_id', [...authorityIds])
        .delete()
      for (const row of rows) await insert('climbed_tallies', row, trx)
    })
    // Another process has counted the same.
    await write.catch((error: unknown) => {
      if (!isDuplicate(error, 'climbed_tallies') && !isDuplicate(error, 'authority_id')) throw error
    })
  }
}
