import { type Outcome } from '../gateway.ts'
import { loggable } from '../loggable.ts'
import { type Answer } from './client.ts'

/**
 * What a company's answers mean, each asked in this order of `status body` (`406 {"code":"30"}`).
 * What a pattern captures first is the word for it that people and the log read.
 */
export interface AnswerPatterns {
  /** Our settings are wrong: every message would be refused. */
  configuration?: RegExp
  /** Too fast, no credit: nothing was sent, the same message may come again later. */
  throttled?: RegExp
  /** This message will never be taken. */
  permanent?: RegExp
  success: RegExp
  /** Not taken, but perhaps later. */
  temporary?: RegExp
}

/** An answer that says neither yes nor no: the message may be on its way. */
export const UNFORESEEN = 'unforeseen_answer'

/** The outcome of one request, without the company's id. */
export function judged(answer: Answer, patterns: AnswerPatterns): Outcome {
  const said = `${answer.status} ${answer.body.trim()}`
  for (const kind of ['configuration', 'throttled', 'permanent'] as const) {
    const match = patterns[kind]?.exec(said)
    if (match) return { kind, status: word(match[1], answer) }
  }
  if (patterns.success.test(said)) return { kind: 'sent', ids: [] }
  const match = patterns.temporary?.exec(said)
  if (match) return { kind: 'temporary', status: word(match[1], answer) }
  return byStatus(answer)
}

/** What HTTP itself says (RFC 9110 §15) where the company says nothing that we know. */
function byStatus({ status, retryAfter }: Answer): Outcome {
  const named = { status: `http_${status}` }
  // It was read and not refused: sending again may double it, taking it for unsent certainly would.
  if (status < 300) return { kind: 'ambiguous', status: UNFORESEEN }
  // A gateway in front of the company speaks, and does not know either.
  if (status === 502 || status === 504) return { kind: 'ambiguous', ...named }
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    return { kind: 'throttled', ...named }
  }
  if (OUR_FAULT.includes(status)) return { kind: 'configuration', ...named }
  const mayPass = status >= 500 || status < 400 || LATER.includes(status)
  return { kind: mayPass ? 'temporary' : 'permanent', ...named }
}

/** Moved for good, not allowed in, not there. */
const OUR_FAULT = [301, 308, 401, 404, 405, 407, 410]
/** 403 may mean us or this one number; stopping for one number would hold up all others. */
const LATER = [403, 408, 425]

/** Never a telephone and never a sentence with the text in it. */
function word(captured: string | undefined, { status }: Answer): string {
  return captured === undefined ? `http_${status}` : loggable(captured)
}
