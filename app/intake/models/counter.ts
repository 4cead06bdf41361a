import { CounterSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import type { Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'

/** What is typed of it. */
export function readCounter(form: Form) {
  return form.line('counter', { max: LONGEST.counters.name, required: true })
}

/** Gişe: where an officer sits, as the board on the wall says it. Chosen once. */
export class Counter extends CounterSchema {
  static of({ id }: Pick<Officer, 'id'>) {
    return this.findBy('officerId', id)
  }

  static async choose({ id: officerId }: Pick<Officer, 'id'>, name: string) {
    const move = () => this.query().where('officer_id', officerId).update({ name })
    if (await this.findBy({ officerId })) return void (await again(move))
    try {
      await again(() => this.create({ officerId, name }))
    } catch (error) {
      if (!isDuplicate(error, 'officer_id')) throw error
      await again(move)
    }
  }
}
