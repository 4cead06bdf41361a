import { type Count, SmsText } from '#sms'
import type { MessageChannel } from '../channel.ts'
import { LATE, type TextName } from '../message_events.ts'
import { gatewaysInOrder } from '../monitoring/gateways_in_order.ts'
import { houseWording } from './house_wording.ts'
import { EVENT_TEXTS, longestFilling, valueOf } from './placeholders.ts'
import { filled, type Wording } from './wording.ts'

const CHANNELS = ['sms', 'email'] as const satisfies MessageChannel[]
const LOCALES = ['tr', 'en']

/** What a citizen is told of one event, by one channel, in one language: the thing that is worded. */
export class CitizenText {
  /** All that a bureau chief may word. */
  static get all(): CitizenText[] {
    const names = (Object.keys(EVENT_TEXTS) as TextName[]).filter(
      (name) => EVENT_TEXTS[name].isWordedByChief
    )
    return names.flatMap((name) =>
      CHANNELS.flatMap((channel) => LOCALES.map((locale) => new this(name, channel, locale)))
    )
  }

  static find({ event, channel, locale }: Record<string, string>) {
    const wanted = keyOf({ event: event!, channel: channel!, locale: locale! })
    return this.all.find(({ key }) => key === wanted) ?? null
  }

  private constructor(
    readonly event: TextName,
    readonly channel: MessageChannel,
    readonly locale: string
  ) {}

  get key() {
    return keyOf(this)
  }

  /** Whether it is told when the promised day has passed. */
  get isLate() {
    return Object.values(LATE).some((late) => late === this.event)
  }

  get house(): Wording {
    return houseWording(this)
  }

  get has() {
    return EVENT_TEXTS[this.event].has
  }

  get needs() {
    return EVENT_TEXTS[this.event].needs
  }

  /** Each placeholder with what it will be filled with at most. */
  get placeholders() {
    const filling = longestFilling(this.channel, this.locale)
    return this.has.map((name) => ({
      name,
      isNeeded: this.needs.includes(name),
      longest: valueOf(name, filling)!,
    }))
  }

  /** The longest that it can get. What is no placeholder of this text stays as it was typed. */
  longest({ subject, text }: Wording): Wording {
    const values = new Map<string, string>(
      this.placeholders.map(({ name, longest }) => [name, longest])
    )
    const value = (name: string) => values.get(name) ?? `{${name}}`
    return { subject: subject && filled(subject, value), text: filled(text, value) }
  }

  /** What the longest form costs through the dearest of the gateways; an e-mail costs nothing. */
  count(wording: Wording): Count | null {
    if (this.channel !== 'sms') return null
    const { text } = this.longest(wording)
    return gatewaysInOrder()
      .map((gateway) => SmsText.count(text, gateway))
      .reduce((dearest, count) => (count.parts > dearest.parts ? count : dearest))
  }
}

/** By what a text and its wordings are found. */
export function keyOf({ event, channel, locale }: Record<'event' | 'channel' | 'locale', string>) {
  return `${event} ${channel} ${locale}`
}
