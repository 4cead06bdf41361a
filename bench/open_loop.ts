/**
 * A process of its own that asks at moments fixed beforehand, whether the server keeps up or not: a crowd
 * does not wait for the one before it. Latency counts from the moment that was fixed. Told by messages:
 * what to ask, and what came of it.
 */
import { Agent, request, type IncomingMessage } from 'node:http'

/** As a web server in front holds them; more than 511 at once overflow what the kernel keeps waiting. */
const CONNECTIONS = 256

export interface Ask {
  kind: string
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Plan {
  url: string
  /** a second */
  rate: number
  seconds: number
  /** Taken in turn. */
  asks: Ask[]
}

/** Of each kind: latencies in milliseconds by what was answered (0: nothing). */
export type Answers = Record<string, Record<number, number[]>>

export interface Outcome {
  answers: Answers
  /** processor time, in cores */
  cpu: number
}

process.on('message', (plan: Plan) => void run(plan).then((outcome) => process.send!(outcome)))

async function run({ url, rate, seconds, asks }: Plan): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const answers: Answers = {}
  const waiting: Promise<void>[] = []
  const cpu = process.cpuUsage()
  const started = performance.now()
  const all = Math.floor(rate * seconds)
  for (let next = 0; next < all;) {
    const due = Math.min(all, Math.floor(((performance.now() - started) / 1000) * rate) + 1)
    for (; next < due; next++) {
      const ask = asks[next % asks.length]!
      const moment = started + (next * 1000) / rate
      waiting.push(
        answered(new URL(ask.path, url), ask, agent).then((status) => {
          const ofKind = (answers[ask.kind] ??= {})
          ;(ofKind[status] ??= []).push(performance.now() - moment)
        })
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(waiting)
  const { user, system } = process.cpuUsage(cpu)
  agent.destroy()
  return { answers, cpu: (user + system) / 1000 / (performance.now() - started) }
}

/** The status, when the whole answer is there; 0 where none comes. */
function answered(to: URL, { method, headers = {}, body }: Ask, agent: Agent) {
  return new Promise<number>((resolve) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(to, { method, agent, headers: { ...headers, ...length } })
    sent.on('error', () => resolve(0))
    sent.on('response', (answer: IncomingMessage) => {
      answer
        .resume()
        .on('end', () => resolve(answer.statusCode!))
        .on('error', () => resolve(0))
    })
    sent.end(body)
  })
}
