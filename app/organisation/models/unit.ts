import type { DateTime } from 'luxon'
import { UnitSchema } from '#database/schema'
import type { UnitName } from './unit_name.ts'

/** Birim: who must answer. Internal ones sign in, external ones are forwarded to. */
export class Unit extends UnitSchema {
  /** What it was called before, the oldest first; a catalogue's units know it. */
  names: readonly UnitName[] = []

  get isBureau() {
    return this.kind === 'bureau'
  }

  get isExternal() {
    return this.kind === 'external'
  }

  /** As it was called then: what has been given keeps the name of its day. */
  named(at: DateTime): { name: string; shortName: string } {
    return this.names.find(({ until }) => until >= at) ?? this
  }
}
