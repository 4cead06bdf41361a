import { isIPv6 } from 'node:net'
import { blindIndex } from '#shared/keys'

/**
 * So many of something under one name, and then one more whenever one of them is forgotten: nothing
 * is ever blocked, it becomes slow.
 */
export interface Limit {
  key: string
  /** how many may come at once */
  most: number
  /** seconds in which all of them are forgotten, one after the other */
  within: number
}

export const MINUTES = 60
export const HOURS = 60 * MINUTES
export const DAYS = 24 * HOURS

/** There were too many; the next one may be made in `minutes`. */
export class TooManyTries extends Error {
  constructor(readonly minutes: number) {
    super('too many tries')
  }
}

/** Milliseconds after which one is forgotten. */
export function intervalOf({ most, within }: Limit) {
  return Math.ceil((within * 1000) / most)
}

/**
 * Milliseconds to wait when `full` is the moment at which all that was counted will be forgotten
 * (milliseconds since 1970) and `besides` more are under way; 0 or less: none.
 */
export function waitFor(limit: Limit, full: number, now: number, besides = 0) {
  const interval = intervalOf(limit)
  return Math.max(full, now) - now + (besides + 1) * interval - limit.most * interval
}

/** A name of a length and an alphabet that the table takes, of which nobody learns whose it is. */
export function nameOf(key: string) {
  return blindIndex('limit', key)
}

/**
 * Whom a limit takes for one: an IPv4 address, or the first 64 bits of an IPv6 address, of which
 * every household has a whole network (RFC 6177).
 */
export function neighbourhood(ip: string) {
  return beginningOf(ip, 4)
}

/**
 * Of IPv6 the first 48 bits: as many addresses as one customer of a data centre gets, or thousands of
 * an operator's. What such a network may cause in all is ten times what one address may.
 */
export function wideNeighbourhood(ip: string) {
  return beginningOf(ip, 3)
}

function beginningOf(ip: string, count: number) {
  const [, v4] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? []
  if (v4 || !isIPv6(ip)) return v4 ?? ip
  const [before, after] = ip.replace(/%.*$/, '').split('::') as [string, string?]
  const head = before.split(':').filter(Boolean)
  const tail = after?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const groups = after === undefined ? head : [...head, ...zeros, ...tail]
  return groups
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
