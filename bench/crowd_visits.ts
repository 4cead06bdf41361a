import { Browser } from '#database/demo/browser'
import type { Bench } from './bench.ts'
import type { Answers, Ask, Outcome, Plan } from './open_loop.ts'
import { Program } from './processes.ts'
import { newcomer } from './posts.ts'
import { petitionForm, receiptAt, submit, type Receipt } from './visits.ts'

const LISTS = ['/masa', '/kayit']
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
/** Nearly all that one form may hold (config/bodyparser.ts). */
const LARGE = 'Kopru yok. '.repeat(22_000)

export type Kind = 'petition' | 'look-up' | 'page' | 'list' | 'figures' | 'large'

/** Of ten who ask: three send a petition, three look one up, three open a first page, one is an officer. */
export const MIX: Kind[] = [
  ...(['petition', 'look-up', 'page', 'petition', 'look-up', 'page'] as const),
  ...(['petition', 'look-up', 'page', 'list'] as const),
]

/** What a crowd asks, one after the other; each petition has a token and a telephone of its own. */
export class Asks {
  static async prepare(bench: Bench) {
    const person = new Browser(bench.app.url)
    const receipt = await receiptAt(person, await submit(person, petitionForm(0)))
    person.close()
    const officers = [await bench.signedIn('masa'), await bench.signedIn('kaymakam')]
    const [masa, manager] = officers.map(({ cookies }) => cookies)
    officers.forEach((officer) => officer.close())
    return new Asks(receipt, masa!, manager!, await tokens(bench.app.url))
  }

  #turn = 0

  private constructor(
    private readonly receipt: Receipt,
    private readonly masa: string,
    private readonly manager: string,
    private readonly token: () => string
  ) {}

  take(count: number, kinds: Kind[]) {
    return Array.from({ length: count }, () => {
      const [turn, round] = [this.#turn++, Math.floor(this.#turn / kinds.length)]
      return this.#ask(kinds[turn % kinds.length]!, round)
    })
  }

  #ask(kind: Kind, round: number): Ask {
    switch (kind) {
      case 'page':
        return { kind, method: 'GET', path: '/' }
      case 'list':
        return seen(kind, LISTS[round % LISTS.length]!, this.masa)
      case 'figures':
        return seen(kind, '/izleme', this.manager)
      case 'look-up':
        return sent(kind, '/sorgula', { ...this.receipt })
      case 'petition':
        return sent(kind, '/basvuru', { ...newcomer(), token: this.token() })
      case 'large':
        return sent(kind, '/basvuru', { ...newcomer(), text: LARGE, token: this.token() })
    }
  }
}

function seen(kind: Kind, path: string, cookie: string): Ask {
  return { kind, method: 'GET', path, headers: { cookie } }
}

function sent(kind: Kind, path: string, fields: Record<string, string>): Ask {
  const body = new URLSearchParams(fields).toString()
  return { kind, method: 'POST', path, headers: FORM, body }
}

/** As the form would bring them, which has the same key. */
async function tokens(url: string) {
  const { createHmac, randomBytes } = await import('node:crypto')
  const { keyFor } = await import('#shared/keys')
  const page = await new Browser(url).get('/basvuru')
  if (!/name="token"/.test(page.body)) throw new Error('the form has no token')
  return () => {
    const issued = Math.floor(Date.now() / 1000).toString(36)
    const body = `${issued}.${randomBytes(12).toString('base64url')}`
    const signed = createHmac('sha256', keyFor('form-signature')).update(body).digest('base64url')
    return `${body}.${signed.slice(0, 27)}`
  }
}

/** A crowd in a process of its own, the same one all along: what it takes of the machine does not change. */
export class Crowd {
  readonly #program = new Program(['--import=@poppinss/ts-exec', 'bench/open_loop.ts'], {
    talks: true,
  })

  come(plan: Plan) {
    const { child, ended } = this.#program
    child.send(plan)
    return new Promise<Outcome>((resolve, reject) => {
      child.once('message', (said) => resolve(said as Outcome))
      void ended.then(() => reject(new Error('the crowd is gone')))
    })
  }

  leave() {
    return this.#program.stop()
  }
}

/** Served: whatever the answer is, it is the one that was asked for. */
export const isServed = (status: string) => ['200', '303'].includes(status)

export function latencies(answers: Answers, isWanted: (status: string) => boolean) {
  return Object.values(answers)
    .flatMap((ofKind) => Object.entries(ofKind).filter(([status]) => isWanted(status)))
    .flatMap(([, times]) => times)
    .sort((a, b) => a - b)
}

export function at(times: number[], share: number) {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}
