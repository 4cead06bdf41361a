import type { Head } from './head.ts'

/** Why a mail makes no proposal: nobody wrote it to the bureau. */
export const IGNORED = ['own', 'bounce', 'automatic', 'list'] as const
export type Ignored = (typeof IGNORED)[number]

const POST = /^(mailer-daemon|postmaster)@/i
const AUTOMATIC = ['x-autoreply', 'x-autorespond', 'x-auto-reply']
const LIST = ['list-id', 'list-unsubscribe', 'list-post']

/**
 * What comes of machines: our own letters, letters that came back (RFC 3464), absence notes
 * (RFC 3834), newsletters (RFC 2919, 2369). Null: a person seems to have written it.
 *
 * @param own addresses from which the house itself writes
 */
export function sortOf(head: Head, own: readonly string[]): Ignored | null {
  const { from, said } = head
  if (own.some((one) => one.toLowerCase() === from.toLowerCase())) return 'own'
  const isReport = /^multipart\/report\b/.test(said('content-type'))
  if (isReport || said('return-path') === '<>' || POST.test(from)) return 'bounce'
  const submitted = said('auto-submitted')
  if (submitted && !/^no\b/.test(submitted)) return 'automatic'
  if (AUTOMATIC.some((name) => said(name) !== '')) return 'automatic'
  const precedence = said('precedence')
  if (LIST.some((name) => said(name) !== '') || precedence === 'list') return 'list'
  return /^(bulk|junk|auto_reply)$/.test(precedence) ? 'automatic' : null
}

/** Whether an answer by a machine could begin a loop, or is asked not to come. */
export function wantsNoAnswer({ said }: Head) {
  return /\b(all|autoreply)\b/.test(said('x-auto-response-suppress'))
}
