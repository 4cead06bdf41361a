import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionReaderSchema, type PetitionSchema } from '#database/schema'
import type { Unit } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** By what a list of petitions is ordered: a reader carries it as its petition does. */
const COLUMNS = ['stage', 'received_at', 'due_on', 'concluded_at', 'urgency']
type Read = Pick<
  PetitionSchema,
  'id' | 'stage' | 'receivedAt' | 'dueOn' | 'concludedAt' | 'urgency'
>
type Passed = Read & Pick<PetitionSchema, 'authorityId' | 'desk' | 'circle'>

/**
 * Kim görebilir: which unit may see a petition, since when, until when. What a unit's people see is
 * listed along this table, so as long as it may see the petition it carries the keys of the lists.
 * An authority that handed it over has a row as well (`kept_by`), of what it knew by then (`known_to`).
 */
export class Reader extends PetitionReaderSchema {
  static table = 'petition_readers'

  /** Lets the unit see the petition, from now on. */
  static async open(petition: Read, unit: Unit, trx: TransactionClientContract) {
    const { id: petitionId, stage, receivedAt, dueOn, concludedAt, urgency } = petition
    const keys = { stage, receivedAt, dueOn, concludedAt, urgency }
    const since = DateTime.utc()
    await this.create({ petitionId, unitId: unit.id, since, until: null, ...keys }, { client: trx })
  }

  /**
   * The same where it may have seen it already: by one row, of now. It is looked for first: to change none
   * locks a gap on MariaDB, and two that refer at once would each wait for the other's.
   */
  static async reopen(petition: Read, unit: Unit, trx: TransactionClientContract) {
    const own = { petition_id: petition.id, unit_id: unit.id }
    const before = await this.query({ client: trx }).where(own).whereNull('until').select('id')
    for (const one of before) await one.merge({ until: DateTime.utc() }).save()
    await this.open(petition, unit, trx)
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

  /**
   * Another authority gets it: no unit of the old one sees it any more. The old one keeps what it knows,
   * up to the step with this position, for whoever sees what stands there as it does now; null: it
   * keeps nothing. The new one has it whole, whatever it kept of it.
   */
  static async pass(
    petition: Passed,
    to: { id: number },
    { bureau, knownTo }: { bureau: Unit; knownTo: number | null },
    trx: TransactionClientContract
  ) {
    const { id: petitionId, authorityId: keptBy, desk, circle } = petition
    await this.query({ client: trx })
      .where({ petition_id: petitionId })
      .whereNull('until')
      .where((rows) => void rows.whereNull('kept_by').orWhere('kept_by', to.id))
      .update({ until: stamp(DateTime.utc()) })
    if (knownTo === null) return
    const { stage, receivedAt, dueOn, concludedAt, urgency } = petition
    const keys = { stage, receivedAt, dueOn, concludedAt, urgency }
    const since = DateTime.utc()
    await this.create(
      {
        ...{ petitionId, unitId: bureau.id, since, until: null, keptBy, knownTo, desk, circle },
        ...keys,
      },
      { client: trx }
    )
  }

  /** The authorities that keep what they knew of it, whoever had it last at the end. */
  static async keepersOf({ id }: { id: number }, trx?: TransactionClientContract) {
    const rows = await this.query({ client: trx })
      .where({ petition_id: id })
      .whereNull('until')
      .whereNotNull('kept_by')
      .orderBy('id')
    return rows.map(({ keptBy }) => keptBy!)
  }

  /** The unit has given it back, or is asked nothing of it any more: it sees it no longer. */
  static async close({ id }: { id: number }, unit: { id: number }, trx: TransactionClientContract) {
    await this.query({ client: trx })
      .where({ petition_id: id, unit_id: unit.id })
      .whereNull('until')
      .update({ until: stamp(DateTime.utc()) })
  }
}
