import { waveTerms } from './terms.ts'
import { isNear } from './near.ts'
import { isSaidAnywhere, wordsIn, type Word } from './words.ts'

/** In so many of a hundred members, and in two at least, a word is the wave's. */
const SHARE = 0.05
const FEWEST = 2
/** A wave says few things: so many words of it are kept. */
const MOST = 200

/** Of those so many find others. */
const MOST_TERMS = 60

/** What a wave says, whatever one of its members says besides. */
export class Core {
  readonly #stems: ReadonlySet<string>
  readonly #known = new Map<string, boolean>()

  /** Of the texts of members: some two hundred are enough. */
  static of(texts: readonly string[]) {
    const counts = new Map<string, number>()
    for (const text of texts) {
      for (const said of new Set(wordsIn(text).map((word) => word.said))) {
        counts.set(said, (counts.get(said) ?? 0) + 1)
      }
    }
    const least = Math.max(FEWEST, Math.ceil(SHARE * texts.length))
    const kept = [...counts].filter(([, count]) => count >= least)
    return new Core(
      kept
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, MOST)
        .map(([said]) => said)
    )
  }

  constructor(readonly words: readonly string[]) {
    this.#stems = new Set(words.flatMap((word) => wordsIn(word).map(({ stem }) => stem)))
  }

  /** By which a petition of it is found: its words' beginnings, those first that most say. */
  get terms() {
    return waveTerms(this.words.join(' '), MOST_TERMS)
  }

  /** Which share of what a text says is the wave's, from 0 to 1. */
  shareOf(text: string) {
    const own = wordsIn(text).filter((word) => !isSaidAnywhere(word))
    return own.length === 0 ? 0 : own.filter((word) => this.covers(word)).length / own.length
  }

  /** Whether a word is the wave's, or says nothing of its own; slips of the hand are looked through. */
  covers(word: Word) {
    const known = this.#known.get(word.said)
    if (known !== undefined) return known
    const covers =
      isSaidAnywhere(word) ||
      this.#stems.has(word.stem) ||
      this.words.some((one) => isNear(one, word.said))
    this.#known.set(word.said, covers)
    return covers
  }
}
