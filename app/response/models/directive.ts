import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DirectiveSchema } from '#database/schema'
import type { Charge } from '#intake'
import type { Officer } from '#organisation'
import { Day, today } from '#shared/dates/turkish_date'

/** Of one petition and not done: who wants more speaks with the unit. */
export const MOST_DIRECTIVES = 10

/**
 * Talimat: what a manager wants done with a petition, until a day, by whoever is in charge of it or by one
 * officer. It is answered in the petition, and stands before both until it is done.
 */
export class Directive extends DirectiveSchema {
  declare state: 'open' | 'answered' | 'done'

  /** The latest of a petition first. */
  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    const all = this.query({ client: trx }).where('petition_id', id)
    return all.orderBy('id', 'desc').limit(3 * MOST_DIRECTIVES)
  }

  /** @param charge who is in charge of its petition now */
  isFor(officer: Officer, charge: Charge) {
    if (this.officerId === null) return charge.isOf(officer)
    return [officer.id, officer.actsFor?.id].includes(this.officerId)
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
    const { id, text, state, reply, isLate, givenAt, repliedAt, officerId } = this
    const day = Day.parse(this.day)!
    return { id, text, day, state, reply, isLate, givenAt, repliedAt, officerId }
  }
}
