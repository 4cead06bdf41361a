import { PhoneNumber } from '#shared/typed/phone_number'
import { loggable } from '../loggable.ts'
import { type Pdu } from '../smpp/pdu.ts'

export type DeliveryState =
  'enroute' | 'accepted' | 'delivered' | 'expired' | 'undeliverable' | 'rejected' | 'unknown'

/** What an SMS centre says about one message, as it says it. */
export interface ParsedReceipt {
  /** The most trustworthy first; never empty. */
  ids: string[]
  state: DeliveryState
  /** The centre's own word or number for the state, where it is in no list; else null. */
  unforeseen: string | null
  error: string | null
  /** When, as the centre writes it; null when it does not say. */
  done: string | null
  /** The telephone that it is about: `+905…`. */
  to: string | null
  /** What the centre wrote, without the words of the message. */
  raw: string
}

const STATES_BY_NUMBER: Record<number, DeliveryState> = {
  0: 'enroute',
  1: 'enroute',
  2: 'delivered',
  3: 'expired',
  4: 'undeliverable',
  5: 'undeliverable',
  6: 'accepted',
  7: 'unknown',
  8: 'rejected',
  9: 'undeliverable',
}

const STATES_BY_WORD: Record<string, DeliveryState> = {
  ENROUTE: 'enroute',
  ACCEPTD: 'accepted',
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'undeliverable',
  UNDELIV: 'undeliverable',
  REJECTD: 'rejected',
  UNKNOWN: 'unknown',
}

const RECEIPT_KINDS = 0x3c
const RECEIPT = 0x04
const INTERMEDIATE = 0x20
const UCS2 = 0x08
const LONGEST = 1_000

/**
 * Reads a deliver_sm, or gives null when it is not a receipt but somebody's answer. The text of an
 * answer is never taken for a receipt: anybody could write one.
 */
export function parseReceipt(pdu: Pdu): ParsedReceipt | null {
  const tlvId = pdu.text('receipted_message_id')
  const kind = (pdu.number('esm_class') ?? 0) & RECEIPT_KINDS
  if (!tlvId && kind !== RECEIPT && kind !== INTERMEDIATE) return null

  const raw = withoutMessage(words(pdu))
  const fields = receiptFields(raw)
  const ids = [...new Set([tlvId, fields.id].filter((id): id is string => Boolean(id)))]
  if (ids.length === 0) return null

  return {
    ids,
    ...stateOf(pdu.number('message_state'), fields.stat),
    error: networkError(pdu) ?? (fields.err ? loggable(fields.err) : null),
    done: fields.done ?? null,
    to: international(pdu.text('source_addr')),
    raw,
  }
}

function words(pdu: Pdu): string {
  const short = pdu.octets('short_message')
  const octets = short.length > 0 ? short : pdu.octets('message_payload')
  if (pdu.number('data_coding') !== UCS2) return octets.toString('latin1')
  return new TextDecoder('utf-16be').decode(octets)
}

/** The receipt repeats the first 20 characters of the message: personal data that nobody needs. */
function withoutMessage(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/\btext\s*:.*$/is, '')
    .trim()
}

/** What an operator's receipt says in so many words. */
export function receiptFields(text: string) {
  const found: { id?: string; stat?: string; err?: string; done?: string } = {}
  for (const [, name, value] of withoutMessage(text).matchAll(
    /(?:^|\s)(id|stat|err|done(?= date))(?: date)?\s*:\s*(\S+)/gi
  )) {
    found[name!.toLowerCase() as keyof typeof found] ??= value!
  }
  if (!/^\d{10,14}$/.test(found.done ?? '')) delete found.done
  return found
}

function stateOf(number: number | undefined, word = '') {
  const byNumber = number === undefined ? undefined : STATES_BY_NUMBER[number]
  const state = byNumber ?? STATES_BY_WORD[word.toUpperCase().slice(0, 7)]
  const said = word.slice(0, 20) || String(number ?? 'none')
  return state ? { state, unforeseen: null } : { state: 'unknown' as const, unforeseen: said }
}

/** Network type and code, as the TLV carries them: `3:0000` is GSM, no error. */
function networkError(pdu: Pdu): string | null {
  const octets = pdu.octets('network_error_code')
  if (octets.length !== 3) return null
  return `${octets[0]}:${octets.readUInt16BE(1).toString(16).padStart(4, '0')}`
}

/** Some operators write a telephone as people do: 0532…, 532…. */
function international(address: string): string | null {
  const mobile = PhoneNumber.parse(address)
  if (mobile) return mobile.e164
  const digits = address.replace(/^(\+|00)/, '')
  return /^\d{7,15}$/.test(digits) ? `+${digits}` : null
}
