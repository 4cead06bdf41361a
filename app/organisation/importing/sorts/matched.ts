import { folded } from '#shared/folded_text'

/** Codes with the words that a file has for them, in whatever case they were typed. */
export class Matched<Code extends string> {
  readonly #codes: Map<string, Code>

  constructor(private readonly words: Record<Code, string>) {
    const pairs = Object.entries(words) as [Code, string][]
    this.#codes = new Map(pairs.map(([code, word]) => [folded(word), code]))
  }

  get codes() {
    return Object.keys(this.words) as Code[]
  }

  /** As a form reads it (Sort). */
  parse(text: string): Code | null {
    return this.#codes.get(folded(text)) ?? null
  }

  wordOf(code: string) {
    return this.words[code as Code] ?? code
  }

  mistyped() {
    return { rule: 'choice', values: { known: Object.values(this.words).join(', ') } }
  }
}

export const YES_OR_NO = new Matched({ yes: 'Evet', no: 'Hayır' })
