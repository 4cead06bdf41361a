import i18nManager from '@adonisjs/i18n/services/main'
import type { MessageChannel } from '../channel.ts'
import type { TextName } from '../message_events.ts'
import type { Wording } from './wording.ts'

/** Which text: what it tells of, by which way, in which language. */
export interface Which {
  event: TextName
  channel: MessageChannel
  locale: string
}

/**
 * The house's own words (varsayılan metin), from resources/lang/<locale>/notification/texts.json:
 * unfilled, and not as ICU sentences but with plain placeholders like those of a bureau chief.
 *
 * @throws Error rather than tell a citizen that a translation is missing
 */
export function houseWording({ event, channel, locale }: Which): Wording {
  const texts = i18nManager.getTranslationsFor(locale)
  const words = (name: string) => {
    const key = `notification.texts.${channel}.${event}${name}`
    const text = texts[key]
    if (!text) throw new Error(`no words for ${key} in ${locale}`)
    return text
  }
  if (channel === 'sms') return { subject: null, text: words('') }
  return { subject: words('.subject'), text: words('.text') }
}
