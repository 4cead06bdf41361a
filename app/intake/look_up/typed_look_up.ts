import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { PetitionNumber } from '../petition_number.ts'
import { Secret } from '../secret/secret.ts'
import { lookUp } from './look_up.ts'

/**
 * The petition, or the join, that typed number and code open.
 *
 * @throws Refusal with what is to be mended: 404 where they open nothing, 429 after too many tries
 */
export async function typedLookUp(typed: Typed, ip: string) {
  const { number, secret } = typed.read((form) => ({
    number: form.as('number', PetitionNumber, { required: true }),
    secret: form.as('secret', Secret, { required: true }),
  }))
  const found = await lookUp(number, secret, ip)
  if ('petition' in found) return found.petition
  if ('join' in found) return found.join
  const { problem: rule, values } = found
  throw new Refusal({ field: 'lookup', rule, values }).with(rule === 'tooMany' ? 429 : 404)
}
