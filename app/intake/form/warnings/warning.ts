import type { I18n } from '@adonisjs/i18n'
import type { Catalogue } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import type { PetitionDetails } from '../../receiving/details.ts'
import type { Door } from '../petition_form.ts'

/**
 * Uyarı: what a form says once before it sends a petition. It holds nothing back: whoever presses
 * again sends what they wrote.
 */
export interface Warning {
  /** What it is about, in ASCII without spaces; whoever read it on this form is not asked again. */
  name: string
  /** `late`: red, of life and limb; `soon`: yellow */
  tone: 'late' | 'soon'
  /** in the reader's language, as all words of it */
  title: string
  lines: readonly string[]
  /** Whom to call now: the number, and what it is for. */
  calls?: readonly { number: string; words: string }[]
  /** Who reads it may have to leave the page at once, without a trace. */
  isPrivate?: boolean
  /** What the button carries that joins what others have told instead of sending. */
  join?: string
}

/** What a warning can be about. */
export interface Written {
  /** the form as it was typed, whole or not */
  typed: Typed
  /** what it says; null while something of it is to be mended */
  details: PetitionDetails | null
  door: Door
  catalogue: Catalogue
  i18n: I18n
  /** the names of what was said on this form before */
  read: readonly string[]
}

/** What there is to say of a form; nothing for nearly all. It writes nothing. */
export type Warner = (written: Written) => readonly Warning[] | Promise<readonly Warning[]>
