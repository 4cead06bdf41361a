import type { Reason } from '#shared/typed/problems'
import { Form } from '#shared/typed/typed'
import { isVisible } from '#shared/typed/typed_text'
import { normalised } from '#sms'
import { LONGEST } from '../longest.ts'
import type { CitizenText } from './citizen_text.ts'
import { hasLoneBrace, namesIn, type Wording } from './wording.ts'

/** A text that needs more is a letter, not a text message. */
const MOST_PARTS = 3

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
  const { subject, text } = wording
  const form = new Form({ subject, text })
  // A subject stands on locked screens and in lists: the code never does.
  const named = has.filter((name) => name !== 'secret')
  if (channel === 'email') readSubject(form, named)
  readText(form, has, channel)
  form.add(missing(text, needs), tooManyParts(citizenText, wording, mayBeLong))
  return form.reasons
}

function readSubject(form: Form, known: readonly string[]) {
  const { subject: max } = LONGEST.message_templates
  const subject = form.text('subject')
  form.multiline('subject', { max, required: true })
  if (LINE_END.test(subject)) form.wrong('subject', 'oneLine')
  form.add(unknown('subject', subject, known))
  if (hasLoneBrace(subject)) form.wrong('subject', 'brace')
  if (hasLink(subject)) form.wrong('subject', 'link')
}

function readText(form: Form, known: readonly string[], channel: string) {
  const text = form.text('text')
  form.multiline('text', { required: true })
  form.add(unknown('text', text, known))
  if (hasLoneBrace(text)) form.wrong('text', 'brace')
  if (hasLink(text)) form.wrong('text', channel === 'sms' ? 'link' : 'linkInMail')
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
