import i18nManager from '@adonisjs/i18n/services/main'
import { GROUNDS, type Draft } from './draft.ts'

const OF_THEIR_OWN = ['informationRequest', 'dataRequest']

/**
 * The sentences of the law, in a language. They are texts, not code: resources/lang/…/response/stock.
 */
export class Stock {
  readonly #t

  constructor(locale: string) {
    const i18n = i18nManager.locale(locale)
    this.#t = (key: string, values = {}) => i18n.t(`response.stock.${key}`, values)
  }

  /** Where one can go with a negative answer: laws 4982 and 6698 have their own. */
  remedy(kind: string) {
    return this.#t(`remedies.${OF_THEIR_OWN.includes(kind) ? kind : 'general'}`)
  }

  get grounds() {
    return GROUNDS.map((key) => ({ key, text: this.#ground(key) }))
  }

  /** What the citizen reads: the answer, the ground, the reason, the remedy. */
  citizenText({ outcome, ground, text, reason, remedy }: Draft) {
    return [
      text,
      outcome === 'inadmissible' && ground && this.#ground(ground),
      reason && this.#t('reason', { reason }),
      remedy && this.#t('remedy', { remedy }),
    ]
      .filter(Boolean)
      .join('\n\n')
  }

  get selfApproval() {
    return this.#t('selfApproval')
  }

  /** The head's marks say it all. */
  get onlyMarks() {
    return this.#t('onlyMarks')
  }

  /** @param version of the answer, which the head's words replaced */
  corrected(version: number) {
    return this.#t('corrected', { from: version, to: version + 1 })
  }

  #ground(key: string) {
    return this.#t(`grounds.${key}`)
  }
}
