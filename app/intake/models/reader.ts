import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionReaderSchema } from '#database/schema'
import type { Unit } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** Kim görebilir: which unit may see a petition, since when, until when. */
export class Reader extends PetitionReaderSchema {
  static table = 'petition_readers'

  /** Lets the unit see the petition, from now on. */
  static async open({ id }: { id: number }, unit: Unit, trx: TransactionClientContract) {
    const since = DateTime.utc()
    await this.create({ petitionId: id, unitId: unit.id, since, until: null }, { client: trx })
  }

  /** The unit has given it back: it sees it no longer. */
  static async close({ id }: { id: number }, unit: Unit, trx: TransactionClientContract) {
    await this.query({ client: trx })
      .where({ petition_id: id, unit_id: unit.id })
      .whereNull('until')
      .update({ until: stamp(DateTime.utc()) })
  }
}
