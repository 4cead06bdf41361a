import { UnitSchema } from '#database/schema'

/** Birim: who must answer. Internal ones sign in, external ones are forwarded to. */
export class Unit extends UnitSchema {
  get isBureau() {
    return this.kind === 'bureau'
  }

  get isExternal() {
    return this.kind === 'external'
  }
}
