import type { MessageChannel } from '../channel.ts'
import { LATE, type TextName } from '../message_events.ts'
import { houseWording } from './house_wording.ts'
import {
  EVENT_TEXTS,
  promisedUntil,
  standing,
  valueOf,
  type Filling,
  type Placeholders,
} from './placeholders.ts'
import { filled, namesDay, type Wording } from './wording.ts'

/** What decides the words of a message. */
export interface Renderable {
  event: TextName
  locale: string
  placeholders: Placeholders
  /** Only at the receipt, and only until it was told. */
  sealed: string | null
  /** The authority's own words, where it has any. */
  wording?: Wording | null
  /** Those for when the promised day has passed. */
  lateWording?: Wording | null
}

/** The same as it may be told now, however long it waited. */
export function asOfNow(message: Renderable): Renderable {
  // One by one: the columns of a row are no properties of its own, and a spread would lose them.
  const { event, locale, placeholders, sealed, wording, lateWording } = message
  return { event, locale, placeholders: standing(placeholders), sealed, wording, lateWording }
}

/** The words of a text message, short enough for one unless the bureau chief wanted it longer. */
export function smsText(message: Renderable) {
  return written(message, 'sms').text
}

/** After which the words of a text message are not true any more; null where they promise no day. */
export function trueUntil(message: Renderable) {
  const { dueOn } = message.placeholders
  return dueOn && namesDay(chosen(message, 'sms')) ? promisedUntil(dueOn) : null
}

/** An e-mail in plain text. */
export function letter(message: Renderable) {
  const { subject, text } = written(message, 'email')
  return { subject: subject!, text }
}

function written(message: Renderable, channel: MessageChannel): Wording {
  const { locale, placeholders, sealed } = message
  const { name: event, subject, text } = chosen(message, channel)
  const filling = { channel, locale, placeholders, sealed }
  const value = (name: string) => valueFor(event, name, filling)
  return { subject: subject && filled(subject, value), text: filled(text, value) }
}

/** Words that promise a day give way to others when the message has none to promise any more. */
function chosen(message: Renderable, channel: MessageChannel): Wording & { name: TextName } {
  const { event, locale, placeholders, wording, lateWording } = message
  const words = wording ?? houseWording({ event, channel, locale })
  if (placeholders.dueOn !== null || !namesDay(words)) return named(event, words)
  const late = LATE[event]
  if (late) return named(late, lateWording ?? houseWording({ event: late, channel, locale }))
  return named(event, houseWording({ event, channel, locale }))
}

/** One by one: the columns of a row are no properties of its own, and a spread would lose them. */
function named(name: TextName, { subject, text }: Wording) {
  return { name, subject, text }
}

/** @throws Error rather than tell a citizen `{dueOn}` */
function valueFor(event: TextName, name: string, filling: Filling) {
  const placeholder = EVENT_TEXTS[event].has.find((one) => one === name)
  const value = placeholder && valueOf(placeholder, filling)
  if (value) return value
  const { channel, locale } = filling
  throw new Error(`nothing to put for {${name}} in ${channel} ${event} ${locale}`)
}
