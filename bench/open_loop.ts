/**
 * A process of its own that asks as a crowd does: at moments fixed beforehand, whether the server keeps
 * up or not, and latency counts from these. Without a rate each connection asks as soon as it was
 * answered, which finds the best rate. Told by messages: what to ask, and what came of it.
 *
 * It speaks through raw sockets that stay open, as a web server in front keeps them: with Node's own
 * client it would take as much of the machine as what is measured.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Wire } from './wire.ts'

export interface Ask {
  kind: string
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Plan {
  url: string
  /** how many are open at once; one that finds none free waits, and its latency with it */
  connections: number
  seconds: number
  /** Taken in turn, and from the beginning again. */
  asks: Ask[]
  /** a second; absent: as fast as answers come */
  rate?: number
}

/** Of each kind: latencies in milliseconds by what was answered (0: nothing). */
export type Answers = Record<string, Record<number, number[]>>

export interface Outcome {
  answers: Answers
  /** until the last answer */
  seconds: number
  /** processor time, in cores */
  cpu: number
}

process.on('message', (plan: Plan) => void run(plan).then((outcome) => process.send!(outcome)))

async function run(plan: Plan): Promise<Outcome> {
  const url = new URL(plan.url)
  const wires = Array.from({ length: plan.connections }, () => new Wire(url))
  await Promise.all(wires.map((wire) => wire.opened))
  const crowd = new Asking(plan, url.host)
  const cpu = process.cpuUsage()
  const started = performance.now()
  await (plan.rate ? crowd.atMoments(wires, plan.rate) : crowd.inTurn(wires))
  const took = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  wires.forEach((wire) => wire.close())
  return { answers: crowd.answers, seconds: took / 1000, cpu: (user + system) / 1000 / took }
}

class Asking {
  readonly answers: Answers = {}
  readonly #asks: { kind: string; bytes: Buffer }[]
  #next = 0

  constructor(
    private readonly plan: Plan,
    host: string
  ) {
    this.#asks = plan.asks.map((ask) => ({ kind: ask.kind, bytes: written(ask, host) }))
  }

  /** Each connection asks again as soon as it was answered. */
  async inTurn(wires: Wire[]) {
    const until = performance.now() + this.plan.seconds * 1000
    const ask = async (wire: Wire) => {
      while (performance.now() < until) await this.#ask(wire, performance.now())
    }
    await Promise.all(wires.map(ask))
  }

  /** One that finds no connection free takes the first that is, later than it was due. */
  async atMoments(wires: Wire[], rate: number) {
    const started = performance.now()
    const all = Math.floor(rate * this.plan.seconds)
    const free = [...wires]
    let [asked, answered] = [0, 0]
    const askWhoIsDue = () => {
      const due = Math.min(all, Math.floor(((performance.now() - started) / 1000) * rate) + 1)
      for (; asked < due && free.length > 0; asked++) {
        const wire = free.pop()!
        void this.#ask(wire, started + (asked * 1000) / rate).then(() => {
          answered += 1
          free.push(wire)
        })
      }
    }
    for (; answered < all; await pause(1)) askWhoIsDue()
  }

  async #ask(wire: Wire, due: number) {
    const { kind, bytes } = this.#asks[this.#next++ % this.#asks.length]!
    const status = await wire.ask(bytes)
    const ofKind = (this.answers[kind] ??= {})
    ;(ofKind[status] ??= []).push(performance.now() - due)
  }
}

function written({ method, path, headers = {}, body }: Ask, host: string) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  const lines = Object.entries({ host, ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}\r\n`
  )
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`)
}
