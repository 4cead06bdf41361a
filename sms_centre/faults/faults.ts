/** Which of the messages a fault strikes: a share of them by lot, or named ones, counted from 1. */
export type Which =
  number | { first: number } | { after: number } | { every: number } | { at: number[] }

/** Everything that may go wrong at the other side. Nothing does unless it is named. */
export interface Faults {
  /** Before each answer, in milliseconds; up to `jitter` more by lot. */
  delay?: number
  jitter?: number
  throttle?: Which
  queueFull?: Which
  /** Only what comes under this sender name, where one is said. */
  refuse?: { status: number; which: Which; from?: string }
  /** The connection breaks: the message not taken, the answer half written, or all of it. */
  drop?: { when: 'before' | 'halfway' | 'after'; which: Which }
  /** Takes messages and says nothing, to anything: from the start, or after so many of a connection. */
  mute?: boolean | { after: number }
  /** Takes these messages and never says so; all else is answered. */
  unanswered?: Which
  /** Hangs for so many milliseconds, as a machine that swaps: no connection is lost by it. */
  hang?: { milliseconds: number; which: Which }
  bind?: { status: number; first: number }
  /** The only right password, whatever the settings say. */
  password?: string
  /**
   * One connection for each system id. One that broke is not noticed at once: for so many
   * milliseconds nobody else is let in. After an unbind the next one is welcome.
   */
  holdsBind?: number
  /** Takes leave after so many messages. */
  unbind?: Which
  /** Takes leave instead of the message. */
  turnsAway?: Which
  /** Instead of the answer: octets that are no PDU. */
  garbage?: Which
  /** Instead of the answer: a PDU that claims this length. */
  badLength?: { length: number; which: Which }
  undelivered?: Which
  /** Somebody answers from the telephone, in words that look like a receipt. */
  replies?: Which
  receipts?: {
    /** Before the answer to the submit. */
    early?: boolean
    /** In milliseconds after it. */
    late?: number
    twice?: boolean
    lost?: Which
    /** Without the TLVs, as older centres do. */
    textOnly?: boolean
    /** On the way first, then the real one. */
    onTheWay?: boolean
    /** A state in a word of no list. */
    strangeState?: Which
    /** One more, for an id that nobody knows. */
    strangers?: Which
    /** The last TLV claims more octets than there are. */
    cutTlvs?: Which
    /** The words of the message, which stand at the end, look like a receipt themselves. */
    secondId?: boolean
  }
  /** The base of ids in answers, and in receipts. */
  ids?: { answer: Base; receipt: Base }
}

export type Base = 'decimal' | 'hex' | 'HEX with zeros'

/** Decides by lot, the same way for the same seed, whatever else happens in between. */
export class Lots {
  private readonly counts = new Map<string, number>()
  private readonly states = new Map<string, number>()

  constructor(private readonly seed: number) {}

  /** Whether the fault strikes this time; each fault counts for itself. */
  strikes(name: string, which: Which | undefined): boolean {
    if (which === undefined) return false
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    if (typeof which === 'number') return this.draw(name) < which
    if ('first' in which) return count <= which.first
    if ('after' in which) return count > which.after
    if ('every' in which) return count % which.every === 0
    return which.at.includes(count)
  }

  /** From 0 to 1; mulberry32, which is small and even enough for faults. */
  draw(name: string): number {
    const state = ((this.states.get(name) ?? this.first(name)) + 0x6d2b79f5) >>> 0
    this.states.set(name, state)
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Two faults do not share one row of lots. */
  private first(name: string): number {
    return [...name].reduce(
      (sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193),
      this.seed
    )
  }
}
