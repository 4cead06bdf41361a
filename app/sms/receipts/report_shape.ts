import { PhoneNumber } from '#shared/typed/phone_number'

import { type Receipt } from '../gateway.ts'
import { loggable } from '../loggable.ts'
import { canonicalId, isId } from './message_id.ts'
import { receiptFields, type DeliveryState } from './receipt.ts'

/** How a company writes its reports: under which names, and in which words. */
export interface ReportShape {
  /** Where the reports lie when not at the top of what is sent; the first that is there. */
  within: string[]
  id: string[]
  state: string[]
  error: string[]
  to: string[]
  meanings: [DeliveryState, RegExp][]
  /** What is not a report but somebody's answer: acknowledged and dropped. */
  reply?: { field: string; is: string }
}

/** Kannel's, in the words of our own `dlr-url`. */
export const KANNEL_REPORT: ReportShape = {
  within: [],
  id: ['id'],
  state: ['state'],
  error: ['answer'],
  to: [],
  meanings: [
    ['delivered', /^1$/],
    ['undeliverable', /^2$/],
    ['enroute', /^4$/],
    ['accepted', /^8$/],
    ['rejected', /^16$/],
  ],
}

/** What one call of a company brought. */
export interface Reports {
  receipts: Omit<Receipt, 'gateway'>[]
  /** Answers of people, which nobody reads. */
  replies: number
  /** What could not be understood. */
  garbage: number
  /** States that are in no list, for whoever keeps the list. */
  unforeseen: string[]
}

/** One report or many, whatever else came with them; the words of a message are never among it. */
export function readReports(said: unknown, shape: ReportShape): Reports {
  const reports: Reports = { receipts: [], replies: 0, garbage: 0, unforeseen: [] }
  for (const entry of entriesOf(said, shape)) {
    if (shape.reply && word(entry, [shape.reply.field]) === shape.reply.is) reports.replies += 1
    else take(entry, shape, reports)
  }
  return reports
}

type Entry = Record<string, unknown>

function entriesOf(said: unknown, { within }: ReportShape): unknown[] {
  if (Array.isArray(said)) return said
  const inner = within.map((name) => own(said, name)).find((one) => typeof one === 'object' && one)
  if (Array.isArray(inner)) return inner
  return [inner ?? said]
}

function take(entry: unknown, shape: ReportShape, reports: Reports) {
  const id = canonicalId(word(entry, shape.id) ?? '')
  const state = word(entry, shape.state)
  if (!isId(id) || state === undefined) {
    reports.garbage += 1
    return
  }
  const known = shape.meanings.find(([, words]) => words.test(state))?.[0]
  const plain = plainWord(state)
  if (!known) reports.unforeseen.push(plain)
  const error = known ? errorOf(word(entry, shape.error)) : `unforeseen_${plain}`
  reports.receipts.push({
    id,
    otherIds: [],
    // A state that we do not know may be on the way to one that we do: it must not end the message.
    state: known ?? 'enroute',
    error,
    to: PhoneNumber.parse(word(entry, shape.to) ?? '')?.e164 ?? null,
    raw: `id:${id} stat:${plain} err:${error ?? ''}`,
  })
}

/** The first of these names that holds something short. */
function word(entry: unknown, names: string[]): string | undefined {
  for (const name of names) {
    const value = own(entry, name)
    if (typeof value === 'string' && value !== '' && value.length <= 500) return value.trim()
    if (typeof value === 'number') return String(value)
  }
  return undefined
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Entry)[name]
}

/**
 * A code, alone, within an operator's own receipt (`… err:012 text:…`) or within what Kannel says of a
 * refusal (`NACK/0x0000000b/Invalid …`). Zero is no error.
 */
function errorOf(said?: string): string | null {
  if (!said || /^(ACK\/?|0+)$/.test(said)) return null
  const refusal = /^NACK\/(0x[0-9a-f]{1,8})\//i.exec(said)?.[1]
  if (refusal) return refusal
  const code = receiptFields(said).err ?? said
  return /^[\w.:-]{1,40}$/.test(code) && !/\d{7,}/.test(code) ? code : null
}

function plainWord(state: string): string {
  return loggable(state).slice(0, 30)
}
