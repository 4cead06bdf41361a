import { loggable } from '../loggable.ts'

export const FAULTS = [
  ...(['closed', 'unbound', 'connect_timeout', 'bind_timeout', 'bind_refused'] as const),
  /** A question that somebody's message waited for. */
  'no_answer_in_time',
  /** Nothing was heard for a while, also when we asked whether somebody is there. */
  'silent',
  /** The other side takes nothing of what we send, or could not read it. */
  ...(['reads_nothing', 'not_understood'] as const),
  ...(['unreadable_frame', 'unreadable_answer', 'unreadable_request'] as const),
  'answer_of_another_protocol',
  /** The status that the other side gave makes going on useless. */
  'refused',
  /** We closed it ourselves. */
  'drained',
  /** The status is the system's word: ECONNRESET … */
  'connection',
  /** An exception that nobody foresaw. */
  'unforeseen',
] as const

/** What ended a connection, kept it from coming about, or disturbed it. */
export interface Fault {
  kind: (typeof FAULTS)[number]
  /** What the other side or the system calls it. */
  status?: string
}

/** A fault on its way to whoever deals with it. */
export class Broken extends Error {
  constructor(readonly fault: Fault) {
    super(inWords(fault))
  }
}

/** Never what was sent. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Broken) return error.fault
  const { code, message } = error as NodeJS.ErrnoException
  if (code) return { kind: 'connection', status: code }
  return { kind: 'unforeseen', status: loggable(message) }
}

/** The word under which a message remembers it: the other side's or the system's, where they have one. */
export function statusOf({ kind, status }: Fault): string {
  return kind === 'connection' || kind === 'refused' ? (status ?? kind) : kind
}

/** As it stands in the log, in a row and on a page: `bind_refused ESME_RINVPASWD`. */
export function inWords({ kind, status }: { kind: string; status?: string }): string {
  return status === undefined ? kind : `${kind} ${status}`
}
