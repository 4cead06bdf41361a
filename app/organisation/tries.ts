import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import limiter from '@adonisjs/limiter/services/main'
import { errors } from '@adonisjs/limiter'
import type { LimiterConsumptionOptions } from '@adonisjs/limiter/types'

/** So many tries under one name, as in "everything from this address". */
export interface Limit extends LimiterConsumptionOptions {
  key: string
}

/** There were too many; the next one may be made in `minutes`. */
export class TooManyTries extends Error {
  constructor(readonly minutes: number) {
    super('too many tries')
  }
}

/**
 * Makes a try at a secret. It is counted before it is made, since tries that arrive together would
 * all find a count that none of them has raised; one that succeeds, or that a later limit stops, is
 * taken back. Nothing ever sets a count to nought: who knows one secret could otherwise guess at
 * others for ever.
 *
 * @throws TooManyTries
 */
export async function counted<T>(limits: Limit[], attempt: () => Promise<T | null>) {
  const taken: (() => Promise<unknown>)[] = []
  const takeBack = () => Promise.all(taken.map((back) => back()))
  for (const { key, ...limit } of limits) {
    const tries = limiter.use(limit)
    const name = nameOf(key)
    await tries.consume(name).catch(async (error) => {
      await takeBack()
      if (!(error instanceof errors.E_TOO_MANY_REQUESTS)) throw error
      throw new TooManyTries(Math.ceil(error.response.availableIn / 60))
    })
    taken.push(() => tries.decrement(name))
  }
  const found = await attempt()
  if (found) await takeBack()
  return found
}

/**
 * Makes a try of which only a failure is written down: for what many people do at once from one
 * address, behind a mobile operator or at a rumour, and where each guess is one of 113 million. Tries
 * that arrive within the same moment may all still pass; nothing sets a count to nought.
 *
 * @throws TooManyTries
 */
export async function failuresCounted<T>(limits: Limit[], attempt: () => Promise<T | null>) {
  const tries = limits.map(({ key, ...limit }) => ({ of: limiter.use(limit), name: nameOf(key) }))
  for (const { of, name } of tries) {
    const isSpent = (await of.remaining(name)) <= 0
    if (isSpent) throw new TooManyTries(Math.ceil((await of.availableIn(name)) / 60))
  }
  const found = await attempt()
  if (!found) await Promise.all(tries.map(({ of, name }) => of.increment(name)))
  return found
}

/**
 * Whom a limit takes for one: an IPv4 address, or the first 64 bits of an IPv6 address, of which
 * every household has a whole network (RFC 6177).
 */
export function neighbourhood(ip: string) {
  const [, v4] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? []
  if (v4 || !isIPv6(ip)) return v4 ?? ip
  const [before, after] = ip.replace(/%.*$/, '').split('::') as [string, string?]
  const head = before.split(':').filter(Boolean)
  const tail = after?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const groups = after === undefined ? head : [...head, ...zeros, ...tail]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** A name of a length and an alphabet that the table takes, whatever was typed. */
export function nameOf(key: string) {
  return createHash('sha256').update(key).digest('hex')
}
