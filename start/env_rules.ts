import { isIP } from 'node:net'
import { Secret } from '@adonisjs/core/helpers'
import { networksIn } from '#shared/network/networks'

/** A number from `least` on, or nothing. */
export function wholeNumber(least: number) {
  return (name: string, written?: string) => {
    if (!written) return undefined
    const number = Number(written)
    if (/^\d{1,9}$/.test(written) && number >= least) return number
    throw new RangeError(`${name} is a whole number, at least ${least}, not "${written}"`)
  }
}

/** Addresses with commas, or nothing. */
export function addresses(name: string, written?: string) {
  const wrong = listed(written).find((one) => !isIP(one))
  if (wrong === undefined) return written || undefined
  throw new RangeError(`${name}: "${wrong}" is no address like 127.0.0.1`)
}

/** Networks with commas, or nothing. */
export function networks(name: string, written?: string) {
  try {
    networksIn(written ?? '')
  } catch (error) {
    throw new RangeError(`${name}: ${(error as RangeError).message}`, { cause: error })
  }
  return written || undefined
}

/** 32 bytes in base 64 of either alphabet, or nothing. What is wrong with it is not repeated. */
export function slipKey(name: string, written?: string) {
  if (!written) return undefined
  if (isKey(written)) return new Secret(written)
  throw new RangeError(`${name} is 32 bytes in base 64, as "openssl rand -base64 32" makes them`)
}

/** Public keys with their last days and commas, or nothing. */
export function retiredKeys(name: string, written?: string) {
  const wrong = listed(written).find((one) => {
    const [key = '', day = '', ...more] = one.split('@')
    return !isKey(key) || !/^\d{4}-\d\d-\d\d$/.test(day) || more.length > 0
  })
  if (wrong === undefined) return written || undefined
  throw new RangeError(`${name}: "${wrong}" is no public key with its last day, as key@2026-11-29`)
}

function isKey(written: string) {
  return /^[\w+/-]{43}=?$/.test(written) && Buffer.from(written, 'base64').length === 32
}

function listed(written = '') {
  return written
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}
