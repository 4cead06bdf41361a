import { statusOf } from '../flow/fault.ts'
import { ConnectionLost } from './connection.ts'
import { type Pdu } from './pdu.ts'
import { meaningOfSubmit, statusName, type Meaning } from './statuses.ts'

/** What became of one submit_sm. */
export type SubmitResult =
  | { kind: 'answered'; meaning: Meaning; status: string; id: string }
  /** It never left: there is no link, or the operator asked for a pause. */
  | { kind: 'unsent'; why: string }
  /** The link went while the answer was awaited: nobody can know. */
  | { kind: 'ambiguous'; why: string }

/** A refusal without a reason (a generic_nack of status 0) is no success. */
export function answered(answer: Pdu): SubmitResult & { kind: 'answered' } {
  const { command, command_status: code } = answer
  const id = answer.text('message_id')
  if (command === 'generic_nack' && code === 0) {
    return { kind: 'answered', meaning: 'unknown', status: command, id }
  }
  return { kind: 'answered', meaning: meaningOfSubmit(code), status: statusName(code), id }
}

/** @throws whatever is not the loss of a connection. */
export function lost(fault: unknown): SubmitResult {
  if (!(fault instanceof ConnectionLost)) throw fault
  return { kind: fault.written ? 'ambiguous' : 'unsent', why: statusOf(fault.fault) }
}
