import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { StepSchema } from '#database/schema'
import { read } from '#shared/database/read'
import { moment, momentColumn, type Stored } from '#shared/dates/stored'
import type { Catalogue, Officer, Unit } from '#organisation'
import type { Outcome, Stage, StepKind } from '../stages.ts'

/** Who takes a step and what is to be kept of it; without a unit it is of the one in charge. */
export interface StepDetails {
  officer?: Officer
  unit?: Unit
  note?: string | null
  publicText?: string | null
  outcome?: Outcome
  /** now, where it is not said */
  takenAt?: DateTime
}

interface Concluded {
  id: number
  outcome: string | null
  concludedAt: DateTime | null
}

/** What of each step a citizen reads, the last one first: a plain row and no model. */
const LINES = `select position, kind, stage, unit_id, outcome, public_text, taken_at from steps
  where petition_id = ? order by position desc`

interface Line {
  position: number
  kind: StepKind
  stage: Stage
  unit_id: number | null
  outcome: string | null
  public_text: string | null
  taken_at: Stored
}

type Taken = StepDetails & { kind: StepKind; position: number; takenAt: DateTime }

/** Adım: one line of a petition's history: who, what, when. */
export class Step extends StepSchema {
  @column.dateTime(momentColumn)
  declare takenAt: DateTime

  /** Only Petition.take writes one. */
  static write(
    { id: petitionId, stage, unitId: inCharge }: { id: number; stage: string; unitId: number },
    taken: Taken,
    trx: TransactionClientContract
  ) {
    const { officer, unit, note = null, publicText = null, outcome = null, ...rest } = taken
    const [officerId, unitId] = [officer?.id ?? null, unit?.id ?? inCharge]
    const inPlace = officer?.actsFor ? { actedFor: officer.actsFor.id } : {}
    return this.create(
      { ...rest, ...inPlace, petitionId, stage, officerId, unitId, note, publicText, outcome },
      { client: trx }
    )
  }

  /** A petition's, newest first. */
  static of({ id }: { id: number }) {
    return this.query().where('petition_id', id).orderBy('position', 'desc')
  }

  static async linesOf({ id }: { id: number }) {
    return (await read<Line>(LINES, [id])).map((line) => ({
      position: line.position,
      kind: line.kind,
      stage: line.stage,
      unitId: line.unit_id,
      outcome: line.outcome,
      publicText: line.public_text,
      takenAt: moment(line.taken_at),
    }))
  }

  /** @throws when it never took one of this kind */
  static lastOf({ id }: { id: number }, kind: StepKind, trx?: TransactionClientContract) {
    return this.query({ client: trx })
      .where({ petition_id: id, kind })
      .orderBy('position', 'desc')
      .firstOrFail()
  }

  /**
   * The unit whose letter this step's text is, under the authority's name. What was forwarded is
   * not the outside body's word: the bureau tells that it was sent there.
   */
  static senderOf({ unitId, outcome }: Pick<Step, 'unitId' | 'outcome'>, catalogue: Catalogue) {
    return unitId === null || outcome === 'forwarded' ? catalogue.bureau : catalogue.unit(unitId)
  }

  /** The one that ended a concluded petition: the last with an outcome, found from the newest backwards. */
  static thatConcluded({ id, outcome }: Concluded, client?: TransactionClientContract) {
    if (!outcome) return null
    return this.query({ client })
      .where({ outcome, petition_id: id })
      .orderBy('position', 'desc')
      .first()
  }

  sender(catalogue: Catalogue) {
    return Step.senderOf(this, catalogue)
  }
}
