import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ContactPlanSchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'
import { inTurkiye, today } from '#shared/dates/turkish_date'
import type { Choice, PlanState, PlanWay } from '../contacts/ways.ts'

/** Planlanan görüşme: what is next with a petitioner, of one petition, on one day; a next try as well. */
export class ContactPlan extends ContactPlanSchema {
  declare way: PlanWay
  declare state: PlanState
  declare choice: Choice | null

  /** Those that are open, by their days: a handful. */
  static openOf({ id }: { id: number }, trx?: Trx) {
    const own = this.query({ client: trx }).where({ petition_id: id, state: 'open' })
    return own.orderBy('id').limit(20)
  }

  get on() {
    return DateTime.fromISO(this.day, { zone: 'utc' })
  }

  get isDue() {
    return this.day <= today().toISODate()!
  }

  /** What lists and cards say of it. */
  get facts() {
    const { id, way, on, at, ask, choice, isDue, isPast, isOver, unitId, told } = this
    return { id, way, on, at, ask, choice, isDue, isPast, isOver, unitId, told }
  }

  get isPast() {
    return this.day < today().toISODate()!
  }

  /** Whoever had an appointment came or did not: of it nothing is to be told any more. */
  get isOver() {
    const hasStruck =
      this.way === 'meeting' && this.at! <= inTurkiye(DateTime.now()).toFormat('HH:mm')
    return this.isPast || (this.isDue && hasStruck)
  }

  /** Whether the petitioner may count on its day: an appointment, or what was told. */
  get isAwaited() {
    return this.way === 'meeting' || Boolean(this.told)
  }

  /** The petitioner was told of its day by this step. */
  async wasTold(step: { id: number }, trx: Trx) {
    await this.saidBy(step, trx)
    await trx.from('contact_plans').where('id', this.id).update({ told: true })
  }

  /** This step says what became of it. */
  async saidBy({ id: stepId }: { id: number }, trx: Trx) {
    await trx.from('contact_plans').where('id', this.id).update({ step_id: stepId })
  }

  /** @returns whether it was open until now */
  async end(state: Exclude<PlanState, 'open'>, by: number | null, trx: Trx) {
    const ended = { state, slot: null, ended_by: by, ended_at: stamp(DateTime.utc()) }
    const open = trx.from('contact_plans').where({ id: this.id, state: 'open' })
    return Number(await open.update(ended)) === 1
  }
}
