import { FAULTS } from '#sms'
import type { MessageState } from '../message_states.ts'

/**
 * Fault codes in words: the sentence's key under `notification.failureReason` in the language files. Of SMPP's
 * statuses (3.4 §5.1.3) those that Turkish operators answer a text with.
 */
const SENTENCES: Record<string, string> = {
  ESME_RINVDSTADR: 'invalidNumber',
  ESME_RINVNUMDESTS: 'invalidNumber',
  not_a_mobile_number: 'notMobile',
  ESME_RX_P_APPN: 'refused',
  ESME_RX_R_APPN: 'refused',
  ESME_RSYSERR: 'operatorTrouble',
  ESME_RSUBMITFAIL: 'operatorTrouble',
  ESME_RX_T_APPN: 'operatorTrouble',
  ESME_RDELIVERYFAILURE: 'operatorTrouble',
  ESME_RUNKNOWNERR: 'operatorTrouble',
  ESME_RTHROTTLED: 'busy',
  ESME_RMSGQFUL: 'busy',
  throttled: 'busy',
  no_link: 'noLink',
  ESME_RINVBNDSTS: 'noLink',
  ESME_RINVSRCADR: 'settings',
  ESME_RINVSRCTON: 'settings',
  ESME_RINVDSTTON: 'settings',
  ESME_RINVSYSTYP: 'settings',
  // Companies and Kannel: presets.ts and kannel.ts of app/sms.
  INVALID_DESTINATION_ADDRESS: 'invalidNumber',
  Number_s_has_have_been_denied: 'refused',
  FORBIDDEN_MESSAGE: 'refused',
  MESSAGE_TOO_LONG: 'refused',
  MISSING_MESSAGE: 'refused',
  INSUFFICIENT_CREDITS: 'credit',
  Temporal_failure: 'operatorTrouble',
  Sending_failed: 'operatorTrouble',
  Not_routable: 'operatorTrouble',
  Authorization_failed: 'settings',
  INVALID_SOURCE_ADDRESS: 'settings',
  no_answer_again: 'noAnswer',
  unforeseen_answer: 'unclear',
  quiet_hours: 'quietHours',
  daily_cap: 'dailyCap',
  daily_ceiling: 'dailyCeiling',
  expired: 'outOfTime',
  not_sendable: 'notSendable',
  secret_renewed: 'secretRenewed',
  telephone_replaced: 'telephoneReplaced',
  eenvelope: 'mailAddress',
  econnection: 'mailServer',
  edns: 'mailServer',
  esocket: 'mailServer',
  etimedout: 'mailServer',
  etls: 'mailServer',
  eauth: 'settings',
  // Of rows from before December 2026; the last is gone after KEEP_MESSAGES_DAYS, usually a year.
  paused: 'busy',
  broken_connection: 'linkLost',
  // The connection broke while the answer was awaited.
  ...Object.fromEntries(FAULTS.map((kind) => [kind, 'linkLost'])),
}

/** Codes that come in families. */
const FAMILIES: [RegExp, string][] = [
  [/^smtp_5\d\d$/, 'mailAddress'],
  [/^smtp_4\d\d$/, 'mailServer'],
  [/^http_(30[18]|40[13457]|410)$/, 'settings'],
  [/^http_50[24]$/, 'linkLost'],
  [/^http_429$/, 'busy'],
  [/^http_(5\d\d|3\d\d|408|425)$/, 'operatorTrouble'],
  [/^http_4\d\d$/, 'refused'],
  // The system's words for a broken connection (ECONNRESET), TLS's, Node's for an unreadable answer.
  [/^(E[A-Z]+|ERR_\w+|HPE_\w+)$/, 'linkLost'],
  // Of rows as old as “paused”: a broken SMPP link in a sentence (“closed by the other side”).
  [/\s/, 'linkLost'],
]

/** What is known without a code: the operator's receipt said no more than the state. */
const OF_STATES: Partial<Record<MessageState, string>> = {
  undeliverable: 'undeliverable',
  expired: 'expired',
  rejected: 'refused',
  unknown: 'noReceipt',
}

export interface FailureReason {
  /** Under `notification.failureReason`. */
  key: string
  /** For whoever keeps the machine running, where no sentence says it. */
  code: string | null
}

/** Why a message is where it is; null where its state says it all. */
export function failureReason({
  state,
  fault,
}: {
  state: MessageState
  fault: string | null
}): FailureReason | null {
  if (state === 'suppressed') return null
  if (!fault) return sentence(OF_STATES[state])
  const known = SENTENCES[fault] ?? FAMILIES.find(([pattern]) => pattern.test(fault))?.[1]
  return known ? sentence(known) : { key: 'other', code: fault }
}

function sentence(key: string | undefined): FailureReason | null {
  return key ? { key, code: null } : null
}
