import { Browser } from '#database/demo/browser'
import type { Bench } from './bench.ts'
import type { Answers, Ask, Outcome, Plan } from './open_loop.ts'
import { Program } from './processes.ts'
import { petitionForm, receiptAt, submit } from './visits.ts'

/** Of ten who ask: three send a petition, three look one up, three open a first page, one is an officer. */
const MIX = ['petition', 'look-up', 'page', 'petition', 'look-up', 'page', 'petition', 'look-up']

/** Asks enough for so many turns, each petition with a token of its own. */
export async function crowd(bench: Bench, url: string, turns: number): Promise<Ask[]> {
  const person = new Browser(url)
  const receipt = await receiptAt(person, await submit(person, petitionForm(0)))
  const officer = await bench.signedIn('masa')
  const cookie = officer.cookies
  const token = await tokens(url)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const lists = ['/masa', '/kayit']
  const kinds = [...MIX, 'page', 'list']
  return Array.from({ length: turns }, (_, turn): Ask => {
    const kind = kinds[turn % kinds.length]!
    if (kind === 'page') return { kind, method: 'GET', path: '/' }
    const list = lists[Math.floor(turn / kinds.length) % lists.length]!
    if (kind === 'list') return { kind, method: 'GET', path: list, headers: { cookie } }
    const isLookUp = kind === 'look-up'
    const fields = isLookUp ? { ...receipt } : { ...petitionForm(turn), token: token() }
    const body = new URLSearchParams(fields).toString()
    const path = isLookUp ? '/sorgula' : '/basvuru'
    return { kind, method: 'POST', path, headers: form, body }
  })
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

/** A crowd that comes at its own pace, from a process of its own. */
export async function openLoop(plan: Plan): Promise<Outcome> {
  const program = new Program(['--import=@poppinss/ts-exec', 'bench/open_loop.ts'], { talks: true })
  const outcome = new Promise<Outcome>((resolve, reject) => {
    program.child.once('message', (said) => resolve(said as Outcome))
    void program.ended.then(() => reject(new Error('the crowd is gone')))
  })
  program.child.send(plan)
  const said = await outcome
  await program.stop()
  return said
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
