import i18nManager from '@adonisjs/i18n/services/main'
import { NEGATIVE } from '#intake'
import { GROUNDS, type Draft } from './draft.ts'

const OF_THEIR_OWN = ['informationRequest', 'dataRequest']
/** What the form offers before an outcome is chosen. */
const USUAL = 'refused'

/**
 * The sentences of the law, in a language. They are texts, not code: resources/lang/…/response/stock.
 */
export class Stock {
  readonly #t

  constructor(locale: string) {
    const i18n = i18nManager.locale(locale)
    this.#t = (key: string, values = {}) => i18n.t(`response.stock.${key}`, values)
  }

  /**
   * Where one can go with a negative answer, by what was asked for and how it ends: laws 4982 and 6698
   * have their own ways.
   */
  remedy(kind: string, outcome: string | null = USUAL) {
    const sort = OF_THEIR_OWN.includes(kind) ? kind : 'general'
    const end = outcome && NEGATIVE.includes(outcome) ? outcome : USUAL
    return this.#t(`remedies.${sort}.${end}`)
  }

  /** Where one can go when the answer stands, as it is said below a decision. */
  remedySaid(kind: string) {
    return this.#t('remedy', { remedy: this.remedy(kind) })
  }

  /** The same by each outcome that needs one. */
  remedies(kind: string): Record<string, string> {
    return Object.fromEntries(NEGATIVE.map((outcome) => [outcome, this.remedy(kind, outcome)]))
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

  /** Of one answer to many. */
  get wave() {
    return this.#t('wave')
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
