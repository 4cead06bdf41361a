import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionReaderSchema, type PetitionSchema } from '#database/schema'
import type { Unit } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** By what a list of petitions is ordered: a reader carries it as its petition does. */
const COLUMNS = ['stage', 'received_at', 'due_on', 'concluded_at']
type Read = Pick<PetitionSchema, 'id' | 'stage' | 'receivedAt' | 'dueOn' | 'concludedAt'>

/**
 * Kim görebilir: which unit may see a petition, since when, until when. What a unit's people see is
 * listed along this table, so as long as it may see the petition it carries the keys of the lists.
 */
export class Reader extends PetitionReaderSchema {
  static table = 'petition_readers'

  /** Lets the unit see the petition, from now on. */
  static async open(petition: Read, unit: Unit, trx: TransactionClientContract) {
    const { id: petitionId, stage, receivedAt, dueOn, concludedAt } = petition
    const keys = { stage, receivedAt, dueOn, concludedAt }
    const since = DateTime.utc()
    await this.create({ petitionId, unitId: unit.id, since, until: null, ...keys }, { client: trx })
  }

  /**
   * The petition changed, and so do those who see it.
   *
   * @param row what is written of the petition, as columns
   */
  static async follow(
    { id }: { id: number },
    row: Record<string, unknown>,
    trx: TransactionClientContract
  ) {
    const keys = Object.entries(row).filter(([column]) => COLUMNS.includes(column))
    if (keys.length === 0) return
    await trx
      .from('petition_readers')
      .where('petition_id', id)
      .whereNull('until')
      .update(Object.fromEntries(keys))
  }

  /** The unit has given it back: it sees it no longer. */
  static async close({ id }: { id: number }, unit: Unit, trx: TransactionClientContract) {
    await this.query({ client: trx })
      .where({ petition_id: id, unit_id: unit.id })
      .whereNull('until')
      .update({ until: stamp(DateTime.utc()) })
  }
}
