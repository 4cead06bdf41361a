import type { RowDataPacket } from 'mysql2/promise'
import type { Database } from '../database.ts'
import type { Arrival } from './centre.ts'

/** Telephones of the training range; a text that none of them owns would be somebody's. */
const TELEPHONES = 1_000
const A_STATEMENT = 500

/** What must not be found in any log. */
export const SECRET = 'KBTRX7'

/** What became of all messages, by the rows and by the telephones. */
export interface Reckoning {
  /** Never arrived although nobody refused it and nobody will call, or not final. */
  lost: number
  /** Arrived once more than needed. */
  doubled: number
  states: Record<string, number>
}

/** The messages of the measurement: each has a number that no other has, so that texts tell which is which. */
export class Rows {
  #number = 0

  constructor(private readonly database: Database) {}

  /** So many messages in the outbox, as the application puts them there. @returns their numbers */
  async queue(count: number, event: 'routed' | 'received' = 'routed') {
    const numbers: string[] = []
    const { Message } = await import('#notification')
    const { transaction } = await import('#shared/database/transaction')
    for (let left = count; left > 0; left -= A_STATEMENT) {
      const some = Array.from({ length: Math.min(left, A_STATEMENT) }, () => this.#next(event))
      await transaction((trx) => Message.queue(some, trx))
      numbers.push(...some.map(({ placeholders }) => placeholders.number))
    }
    return numbers
  }

  /** Whether all have come to their end; reads one row, because it is asked all the time. */
  async areFinal() {
    const [rows] = await this.database.pool.query<RowDataPacket[]>(
      'select id from messages where authority_id = 1 and final_at is null limit 1'
    )
    return rows.length === 0
  }

  async empty() {
    const connection = await this.database.pool.getConnection()
    await connection.query('set foreign_key_checks = 0')
    for (const table of ['message_parts', 'delivery_receipts', 'messages', 'gateway_leases']) {
      await connection.query(`truncate ${table}`)
    }
    await connection.query('set foreign_key_checks = 1')
    connection.release()
  }

  async reckoning(arrivals: Arrival[]): Promise<Reckoning> {
    const times = new Map<string, number>()
    for (const { text, times: often } of arrivals) {
      const number = numberIn(text)
      times.set(number, (times.get(number) ?? 0) + often)
    }
    const states: Record<string, number> = {}
    let lost = 0
    const [rows] = await this.database.pool.query<RowDataPacket[]>(
      'select placeholders, state, fault, final_at from messages'
    )
    for (const { placeholders, state, fault, final_at: final } of rows) {
      states[state] = (states[state] ?? 0) + 1
      const { number } = JSON.parse(placeholders) as { number: string }
      // Of what goes out without an answer three times nobody knows: somebody calls.
      const isCalledFor = fault === 'no_answer_again'
      const hasEnded = isCalledFor || ['rejected', 'suppressed'].includes(state)
      if (!final || (!hasEnded && !times.has(number))) lost += 1
    }
    const doubled = [...times.values()].reduce((sum, often) => sum + often - 1, 0)
    return { lost, doubled, states }
  }

  #next(event: 'routed' | 'received') {
    this.#number += 1
    const number = String(this.#number).padStart(8, '0')
    const telephone = String(this.#number % TELEPHONES).padStart(7, '0')
    return {
      authorityId: 1,
      petitionId: null,
      stepId: null,
      event,
      channel: 'sms' as const,
      locale: 'tr',
      recipient: `+90500${telephone}`,
      placeholders: { number: `26 ${number.slice(0, 4)} ${number.slice(4)}`, dueOn: '2027-01-15' },
      secret: event === 'received' ? SECRET : null,
    }
  }
}

export function numberIn(text: string) {
  return /26 \d{4} \d{4}/.exec(text)?.[0] ?? text
}
