import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'

/** What comes of a correction beside what is corrected: said once before it is done. */
export interface Consequence {
  key: string
  values?: Record<string, unknown>
}

/** What comes of it is to be read first. */
export class Foretold extends Refusal {
  /** @throws Foretold where the form does not say that just this was read */
  static demand(tells: readonly Consequence[], typed: Typed) {
    const keys = tells.map(({ key }) => key).join(' ')
    if (keys !== '' && typed.text('foretold') !== keys) throw new Foretold(tells, keys)
  }

  private constructor(
    readonly tells: readonly Consequence[],
    readonly keys: string
  ) {
    super({ field: 'stage', rule: 'foretold' })
  }
}
