import { OwnWordSchema } from '#database/schema'
import type { Spoken } from '../brought/words.ts'

export interface SaidOtherwise {
  language: Spoken
  /** null: it was said, and nobody could write it down */
  text: string | null
  /** the Turkish text was read back, and they agreed */
  isAgreed: boolean
}

/**
 * Kendi sözleri: what a petitioner said or wrote in another language, as it was. The petition's text
 * is the Turkish one that the desk wrote beside it (law 3071 art. 3).
 */
export class OwnWords extends OwnWordSchema {
  static table = 'own_words'
}
