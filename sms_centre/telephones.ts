import { hear, type Heard } from './wire/air.ts'
import { type Accepted } from './journal.ts'

/** A message as a telephone shows it. */
export interface ShownMessage {
  to: string
  from: string
  /** Parts that are still missing read as `…`. */
  text: string
  alphabet: Heard['alphabet']
  parts: { of: number; ids: number[] }
  /** When the last part came. */
  at: Date
  /** Whether the sender has been told that it arrived. */
  told: boolean
}

interface Entry {
  to: string
  from: string
  alphabet: Heard['alphabet']
  reference: number | null
  heard: (string | undefined)[]
  ids: number[]
  at: Date
}

/** How often a text arrived at a telephone, and when first, in milliseconds since 1970. */
export interface Arrival {
  to: string
  text: string
  times: number
  first: number
}

/** All the telephones that the centre serves, and what they show. */
export class Telephones {
  private readonly entries: Entry[] = []
  private readonly unfinished = new Map<string, Entry>()
  private readonly told = new Set<number>()

  /** @throws Error for octets that no telephone could show. */
  receive(accepted: Accepted) {
    const heard = hear(accepted.esmClass, accepted.dataCoding, accepted.octets)
    const entry = heard.part
      ? this.joined(accepted, heard, heard.part)
      : this.added(accepted, heard)
    entry.heard[(heard.part?.at ?? 1) - 1] = heard.text
    entry.ids.push(accepted.id)
    entry.at = accepted.at
  }

  get count() {
    return this.entries.length
  }

  tell(id: number) {
    this.told.add(id)
  }

  /** Oldest first; of many, the last so many. */
  messages(to?: string, last = Infinity): ShownMessage[] {
    const found = to ? this.entries.filter((entry) => entry.to === to) : this.entries
    return found.slice(-last).map(({ heard, ids, ...entry }) => ({
      to: entry.to,
      from: entry.from,
      text: shown(heard),
      alphabet: entry.alphabet,
      parts: { of: heard.length, ids },
      at: entry.at,
      told: ids.every((id) => this.told.has(id)),
    }))
  }

  /** What arrived where, each text once: who sent one twice is found out here. */
  arrivals(): Arrival[] {
    const arrivals = new Map<string, Arrival>()
    for (const { to, heard, at } of this.entries) {
      const text = shown(heard)
      const known = arrivals.get(`${to} ${text}`)
      if (known) known.times += 1
      else arrivals.set(`${to} ${text}`, { to, text, times: 1, first: +at })
    }
    return [...arrivals.values()]
  }

  /** Parts belong together by sender, telephone, reference and count (3GPP TS 23.040 §9.2.3.24.1). */
  private joined(accepted: Accepted, heard: Heard, part: NonNullable<Heard['part']>): Entry {
    const key = [accepted.from, accepted.to, part.reference, part.of].join(' ')
    const known = this.unfinished.get(key)
    const entry =
      known && known.heard[part.at - 1] === undefined ? known : this.added(accepted, heard)
    this.unfinished.set(key, entry)
    const missing = Array.from(entry.heard).filter((text) => text === undefined).length
    if (missing === 1) this.unfinished.delete(key)
    return entry
  }

  private added({ from, to, at }: Accepted, { alphabet, part }: Heard): Entry {
    const heard = Array<string | undefined>(part?.of ?? 1).fill(undefined)
    const entry = { from, to, at, alphabet, heard, ids: [], reference: part?.reference ?? null }
    this.entries.push(entry)
    return entry
  }
}

/** Parts that are still missing read as `…`. */
function shown(heard: (string | undefined)[]) {
  return heard.length === 1 ? (heard[0] ?? '…') : Array.from(heard, (text) => text ?? '…').join('')
}
