import { DateTime } from 'luxon'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { addresseesAt, mayGet } from './addressees.ts'
import { giveOne } from './give_one.ts'
import { readNumbers } from './numbers.ts'
import { readDirectiveDay } from './read_day.ts'

const LONGEST = 2000

/**
 * A manager gives the same directive to each of these petitions: to the unit that is in charge, or to one
 * officer who sees all of them. Sent again it is given once.
 *
 * @returns the numbers
 * @throws Refusal for what is missing, a petition that the manager does not see, or whoever may not get it
 */
export async function give(officer: Officer, typed: Typed) {
  const said = typed.read((form) => ({
    numbers: readNumbers(form),
    text: form.multiline('directive', { required: true, max: LONGEST }),
    day: readDirectiveDay(form),
    to: form.like('to', /^\d{1,9}$/),
  }))
  const petitions = []
  for (const number of said.numbers) petitions.push(await petitionFor(officer, number))
  const to = said.to ? await addressee(officer, said.to, said.numbers) : null
  const given = { text: said.text, day: said.day, officerId: to, givenAt: DateTime.utc() }
  for (const petition of petitions) await giveOne(petition, officer, given)
  return said.numbers
}

async function petitionFor(officer: Officer, number: string) {
  const petition = await Petition.findFor(officer, number)
  if (petition?.isWithAuthorityOf(officer) && !petition.isOwnOf(officer)) return petition
  throw new Refusal({ field: 'numbers', rule: 'unknown', values: { number } })
}

async function addressee({ authorityId }: Officer, id: string, numbers: readonly string[]) {
  const found = (await addresseesAt(authorityId)).find((one) => String(one.id) === id)
  if (!found) throw new Refusal({ field: 'to', rule: 'choice' })
  for (const number of numbers) {
    if (await mayGet(found, number)) continue
    throw new Refusal({ field: 'to', rule: 'unseen', values: { number } })
  }
  return found.id
}
