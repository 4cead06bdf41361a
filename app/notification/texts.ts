import type { MessageChannel, Placeholders } from './models/message.ts'
import type { MessageEvent } from './told.ts'
import { houseWording } from './wording/house.ts'
import { EVENT_TEXTS, valueOf, type Filling } from './wording/placeholders.ts'
import { filled, type Wording } from './wording/wording.ts'

/** What decides the words of a message. */
export interface Told {
  event: MessageEvent
  locale: string
  placeholders: Placeholders
  /** Only at the receipt, and only until it was told. */
  sealed: string | null
  /** The authority's own words, where it has any. */
  wording?: Wording | null
}

/** The words of a text message, short enough for one unless the bureau chief wanted it longer. */
export function smsText(message: Told) {
  return written(message, 'sms').text
}

/** An e-mail in plain text. */
export function letter(message: Told) {
  const { subject, text } = written(message, 'email')
  return { subject: subject!, text }
}

function written(message: Told, channel: MessageChannel): Wording {
  // One by one: the columns of a row are no properties of its own, and a spread would lose them.
  const { event, locale, placeholders, sealed, wording } = message
  const { subject, text } = wording ?? houseWording({ event, channel, locale })
  const filling = { channel, locale, placeholders, sealed }
  const value = (name: string) => toldValue(event, name, filling)
  return { subject: subject && filled(subject, value), text: filled(text, value) }
}

/** @throws Error rather than tell a citizen `{dueOn}` */
function toldValue(event: MessageEvent, name: string, filling: Filling) {
  const placeholder = EVENT_TEXTS[event].has.find((one) => one === name)
  const value = placeholder && valueOf(placeholder, filling)
  if (value) return value
  const { channel, locale } = filling
  throw new Error(`nothing to put for {${name}} in ${channel} ${event} ${locale}`)
}
