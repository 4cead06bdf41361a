import { notLonger, required, type Reason } from '#shared/typed/problems'
import { isVisible } from '#shared/typed/typed_text'
import { normalised } from '#sms'
import type { CitizenText } from './citizen_text.ts'
import { hasLoneBrace, namesIn, type Wording } from './wording.ts'

/** A text that needs more is a letter, not a text message. */
const MOST_PARTS = 3
/** Characters that the column of a subject holds. */
const LONGEST_SUBJECT = 200

/**
 * With or without a scheme: telephones and operators make a link of whatever looks like a domain, an
 * address or a number to dial. A sentence that begins without a space after a full stop does as well.
 * Of a scheme only its last letter is looked for: to seek its beginning from each letter of a long
 * word took work that grew with the square of the word.
 */
const LINK =
  /[a-z\d+.-]:\/\/|\b(?:tel|sms|mailto|https?):|www\.|[\p{L}\d]\.\p{L}{2,}|\b\d{1,3}(?:\.\d{1,3}){3}\b/iu
const HIDDEN = /[\p{Cf}\u034f]/gu
const LINE_END = /[\p{Cc}\u2028\u2029]/u

/** What is wrong with a wording; nothing when it may be told to citizens. */
export function wrongWith(citizenText: CitizenText, wording: Wording, mayBeLong: boolean) {
  const { channel, has, needs } = citizenText
  const withoutSecret = has.filter((name) => name !== 'secret')
  const reasons = [
    // A subject stands on locked screens and in lists: the code never does.
    ...(channel === 'email' ? wrongWithSubject(wording.subject ?? '', withoutSecret) : []),
    ...wrongWithText(wording.text, has, channel),
    missing(wording.text, needs),
    tooManyParts(citizenText, wording, mayBeLong),
  ]
  return reasons.filter((reason) => reason !== null)
}

function wrongWithSubject(subject: string, known: readonly string[]): (Reason | null)[] {
  const field = 'subject'
  const values = { max: LONGEST_SUBJECT }
  return [
    required(field, subject),
    subject.length > LONGEST_SUBJECT ? { field, rule: 'maxLength', values } : null,
    LINE_END.test(subject) ? { field, rule: 'oneLine' } : null,
    unknown(field, subject, known),
    hasLoneBrace(subject) ? { field, rule: 'brace' } : null,
    hasLink(subject) ? { field, rule: 'link' } : null,
  ]
}

function wrongWithText(text: string, known: readonly string[], channel: string) {
  const field = 'text'
  return [
    required(field, text),
    notLonger(field, text),
    unknown(field, text, known),
    hasLoneBrace(text) ? { field, rule: 'brace' } : null,
    hasLink(text) ? { field, rule: channel === 'sms' ? 'link' : 'linkInMail' } : null,
  ]
}

function unknown(field: string, text: string, known: readonly string[]): Reason | null {
  const strangers = namesIn(text).filter((name) => !known.includes(name))
  return naming(field, 'unknown', strangers)
}

function missing(text: string, needed: readonly string[]): Reason | null {
  // Who wrote nothing at all is told that, and not all that nothing lacks.
  if (!isVisible(text)) return null
  const there = namesIn(text)
  const absent = needed.filter((name) => !there.includes(name))
  return naming('text', 'missing', absent)
}

/** As it is sent, without the signs that nobody sees: they would hide a link from us alone. */
function hasLink(text: string) {
  return LINK.test(normalised(text).normalize('NFKC').replace(HIDDEN, ''))
}

function tooManyParts(
  citizenText: CitizenText,
  wording: Wording,
  mayBeLong: boolean
): Reason | null {
  const parts = citizenText.count(wording)?.parts ?? 1
  const values = { parts, max: MOST_PARTS }
  if (parts > MOST_PARTS) return { field: 'text', rule: 'tooManyParts', values }
  return parts > 1 && !mayBeLong ? { field: 'text', rule: 'severalParts', values } : null
}

function naming(field: string, rule: string, names: string[]): Reason | null {
  const values = { count: names.length, names: names.map((name) => `{${name}}`).join(', ') }
  return names.length > 0 ? { field, rule, values } : null
}
