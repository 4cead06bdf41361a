import { PetitionNumber } from '#intake'
import { officersNamed } from '#organisation'
import { refuseFor } from '#shared/typed/problems'
import type { Form, Typed } from '#shared/typed/typed'

/** What the list shows: petitions that were opened, or searches. */
export const SORTS = ['dosyalar', 'aramalar'] as const

/**
 * What the address asks of the list. Where several officers are called so, one of them is to be chosen.
 *
 * @throws Refusal
 */
export async function askedOf(typed: Typed, authorityId: number) {
  const read = typed.read(readAsked)
  const name = typed.text('gorevli')
  const named = name ? await officersNamed(authorityId, name) : []
  if (name && named.length === 0) refuseFor({ field: 'gorevli', rule: 'unknown' })
  const [officer = null] = named.length === 1 ? named : []
  return { ...read, officer, choice: officer ? [] : named }
}

function readAsked(form: Form) {
  const sort = form.oneOf('ne', SORTS) ?? SORTS[0]
  const number = sort === SORTS[0] ? form.as('numara', PetitionNumber) : null
  const [from, until] = [form.day('ilk'), form.day('son')]
  if (from && until && until < from) form.wrong('son', 'before')
  return { sort, number, from, until }
}
