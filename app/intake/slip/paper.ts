import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { Typed } from '#shared/typed/typed'

/** A5, or the 80 mm of a till's roll. */
export const SIZES = ['a5', '80'] as const
export type Size = (typeof SIZES)[number]

/** In which languages a slip stands; the pages stand in the first two. */
const SLIP_LOCALES = ['tr', 'en', 'ar'] as const
export type SlipLocale = (typeof SLIP_LOCALES)[number]

/** Months as they are called where most of those come from who read it, in digits that all know. */
const DATES = { tr: 'tr', en: 'en', ar: 'ar-SY-u-nu-latn' } satisfies Record<SlipLocale, string>

/** How somebody wants their slip: chosen in its page's address, kept nowhere. */
export class Paper {
  /** @param usual what it is where nothing was chosen; null: on no paper yet */
  static of(ctx: HttpContext, usual: { size: Size | null; locale: string }) {
    const asked = Typed.asked(ctx)
    const locale = asked.oneOf('dil', SLIP_LOCALES) ?? (usual.locale === 'en' ? 'en' : 'tr')
    return new Paper(asked.oneOf('kagit', SIZES) ?? usual.size, locale, asked.has('buyuk'))
  }

  private constructor(
    readonly size: Size | null,
    readonly locale: SlipLocale,
    readonly isLarge: boolean
  ) {}

  get dates() {
    return DATES[this.locale]
  }

  get direction() {
    return this.locale === 'ar' ? 'rtl' : 'ltr'
  }

  /** Where number and telephone stand within a sentence that runs the other way. */
  apart(text: string) {
    return this.direction === 'rtl' && text !== 'none' ? `\u2066${text}\u2069` : text
  }

  readonly t = (key: string, values?: Record<string, unknown>) =>
    i18nManager.locale(this.locale).t(key, values)

  /** The page's other addresses, each with one thing chosen otherwise. */
  get choices() {
    const { size, locale, isLarge } = this
    return {
      sizes: SIZES.map((one) => choice(one, one === size, { size: one, locale, isLarge })),
      locales: SLIP_LOCALES.map((one) =>
        choice(one, one === locale, { size, locale: one, isLarge })
      ),
      letters: [false, true].map((one) =>
        choice(one ? 'large' : 'usual', one === isLarge, { size, locale, isLarge: one })
      ),
    }
  }
}

interface Chosen {
  size: Size | null
  locale: SlipLocale
  isLarge: boolean
}

function choice(name: string, isChosen: boolean, { size, locale, isLarge }: Chosen) {
  const asked = new URLSearchParams({ kagit: size ?? 'a5', dil: locale })
  if (isLarge) asked.set('buyuk', '1')
  return { name, isChosen, href: `?${asked}` }
}
