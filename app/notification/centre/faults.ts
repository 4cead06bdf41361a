/** Which of the messages a fault strikes: a share of them by lot, or named ones, counted from 1. */
export type Which = number | { first: number } | { every: number } | { at: number[] }

/** Everything that may go wrong at the other side. Nothing does unless it is named. */
export interface Faults {
  /** Before each answer, in milliseconds; up to `jitter` more by lot. */
  delay?: number
  jitter?: number
  throttle?: Which
  queueFull?: Which
  refuse?: { status: number; which: Which }
  /** The connection breaks: the message not taken, the answer half written, or all of it. */
  drop?: { when: 'before' | 'halfway' | 'after'; which: Which }
  /** Takes messages and says nothing, to anything. */
  mute?: boolean
  bind?: { status: number; first: number }
  /** Takes leave after so many messages. */
  unbind?: Which
  /** Instead of the answer: octets that are no PDU. */
  garbage?: Which
  /** Instead of the answer: a PDU that claims this length. */
  badLength?: { length: number; which: Which }
  undelivered?: Which
  receipts?: {
    /** Before the answer to the submit. */
    early?: boolean
    /** In milliseconds after it. */
    late?: number
    twice?: boolean
    lost?: Which
    /** Without the TLVs, as older centres do. */
    textOnly?: boolean
  }
  /** The base of ids in answers, and in receipts. */
  ids?: { answer: Base; receipt: Base }
}

export type Base = 'decimal' | 'hex' | 'HEX with zeros'

/** By name, for the command line and the tests. */
export const SCENARIOS = {
  'slow': { delay: 200, jitter: 300 },
  'throttled': { throttle: { every: 10 } },
  'queue full': { queueFull: { every: 10 } },
  'drops before': { drop: { when: 'before', which: { every: 10 } } },
  'drops half-way': { drop: { when: 'halfway', which: { every: 10 } } },
  'drops after': { drop: { when: 'after', which: { every: 10 } } },
  'mute': { mute: true },
  'refuses binds': { bind: { status: 0x0d, first: 3 } },
  'already bound': { bind: { status: 0x05, first: 3 } },
  'wrong password': { bind: { status: 0x0e, first: Infinity } },
  'unbinds': { unbind: { every: 10 } },
  'garbage': { garbage: { every: 10 } },
  'length 4': { badLength: { length: 4, which: { every: 10 } } },
  'length 8': { badLength: { length: 8, which: { every: 10 } } },
  'length 15': { badLength: { length: 15, which: { every: 10 } } },
  'length 70001': { badLength: { length: 70_001, which: { every: 10 } } },
  'receipts early': { receipts: { early: true } },
  'receipts late': { receipts: { late: 5_000 } },
  'receipts twice': { receipts: { twice: true } },
  'receipts lost': { receipts: { lost: 0.5 } },
  'receipts as text': { receipts: { textOnly: true } },
  'ids hex, receipts decimal': { ids: { answer: 'hex', receipt: 'decimal' } },
  'ids decimal, receipts hex': { ids: { answer: 'decimal', receipt: 'HEX with zeros' } },
  'refuses for good': { refuse: { status: 0x0b, which: { every: 10 } } },
  'undelivered': { undelivered: { every: 10 } },
} satisfies Record<string, Faults>

export type ScenarioName = keyof typeof SCENARIOS

/** Decides by lot, the same way for the same seed. */
export class Lots {
  private readonly counts = new Map<string, number>()
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** Whether the fault strikes this time; each fault counts for itself. */
  strikes(name: string, which: Which | undefined): boolean {
    if (which === undefined) return false
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    if (typeof which === 'number') return this.draw() < which
    if ('first' in which) return count <= which.first
    if ('every' in which) return count % which.every === 0
    return which.at.includes(count)
  }

  /** From 0 to 1; mulberry32, which is small and even enough for faults. */
  draw(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
