import { ENCODINGS, type Encoding } from './encodings.ts'
import { BEHIND } from './pieces.ts'

/** By chance a piece may lean on what stood in a word's place; hardly ever twice. */
const TURNS = 3

type Fill = (word: string) => Buffer | null

/**
 * A page that is the same for everybody but for one word, which may stand in it several times. It is
 * packed once, as small as can be; whoever asks gets the pieces with a word of their own between them.
 */
export class SharedPage {
  readonly #texts: string[]
  readonly #packed = new Map<string, Promise<Fill | null>>()

  /** @param mark what stands in the text where the word goes */
  constructor(
    readonly text: string,
    mark: string
  ) {
    this.#texts = text.split(mark)
  }

  with(word: string) {
    return this.#texts.join(word)
  }

  /**
   * Null for a word of another length than the first one, and where a word stands at the page's
   * beginning or end, or next to another one.
   */
  async packed(encoding: string, word: string): Promise<Buffer | null> {
    const packing = this.#packed.get(encoding) ?? this.#packedOnce(encoding, word.length)
    this.#packed.set(encoding, packing)
    return (await packing)?.(word) ?? null
  }

  /** What cannot be packed so is packed as it comes, and not tried again. */
  #packedOnce(encoding: string, length: number) {
    return this.#pack(ENCODINGS[encoding]!, length).catch(() => null)
  }

  async #pack(encoding: Encoding, length: number) {
    const texts = this.#texts.map((text) => Buffer.from(text))
    if (texts.some((text) => text.length <= BEHIND)) return null
    for (let turn = 0; turn < TURNS; turn++) {
      const fill = filling(encoding, texts, await encoding.pieces(texts, length))
      if (['a', 'Z'].every((letter) => this.#holds(encoding, fill, letter.repeat(length)))) {
        return (word: string) => (word.length === length ? fill(word) : null)
      }
    }
    return null
  }

  /** Whether no piece leans on a word: two words that share nothing show it. */
  #holds(encoding: Encoding, fill: (word: string) => Buffer, word: string) {
    try {
      return encoding.unpacked(fill(word)).toString() === this.with(word)
    } catch {
      return false
    }
  }
}

function filling(encoding: Encoding, texts: Buffer[], pieces: Buffer[]) {
  return (word: string) => {
    const letters = Buffer.from(word)
    const head = encoding.plain(letters.length + BEHIND)
    const packed = texts.flatMap((text, at) =>
      at === 0 ? [pieces[0]!] : [head, letters, text.subarray(0, BEHIND), pieces[at]!]
    )
    const parts = texts.flatMap((text, at) => (at === 0 ? [text] : [letters, text]))
    const last = pieces.slice(texts.length)
    return Buffer.concat([encoding.before, ...packed, ...last, encoding.behind(parts)])
  }
}
