import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DirectiveSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { Day, today } from '#shared/dates/turkish_date'

/** Of one petition and not done: who wants more speaks with the unit. */
export const MOST_DIRECTIVES = 10

/**
 * Talimat: what a manager wants done with a petition, until a day, by the unit in charge or by one
 * officer. It is answered in the petition, and stands before both until it is done.
 */
export class Directive extends DirectiveSchema {
  declare state: 'open' | 'answered' | 'done'

  /** The latest of a petition first. */
  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    const all = this.query({ client: trx }).where('petition_id', id)
    return all.orderBy('id', 'desc').limit(3 * MOST_DIRECTIVES)
  }

  isFor(officer: Officer) {
    if (this.officerId !== null) return [officer.id, officer.actsFor?.id].includes(this.officerId)
    return officer.unitIds.includes(this.unitId!)
  }

  isFrom(officer: Officer) {
    return [officer.id, officer.actsFor?.id].includes(this.givenBy)
  }

  get isDone() {
    return this.state === 'done'
  }

  get isLate() {
    return !this.isDone && this.day < today().toISODate()!
  }

  get facts() {
    const { id, text, state, reply, isLate, givenAt, repliedAt, officerId, unitId } = this
    const day = Day.parse(this.day)!
    return { id, text, day, state, reply, isLate, givenAt, repliedAt, officerId, unitId }
  }
}
