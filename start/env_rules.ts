import { isIP } from 'node:net'
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

function listed(written = '') {
  return written
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}
