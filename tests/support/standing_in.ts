import type { ApiClient } from '@japa/api-client'
import { CAPACITY, Catalogue, nameSubstitute, type Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { officer } from '#tests/support/journey'

/** From today until tomorrow, as the chief says it. */
export async function standsInFor(substitute: Officer, absent: Officer, by?: Officer) {
  const days = { firstDay: today(), lastDay: today().plus({ days: 1 }) }
  return nameSubstitute({ substitute, absent, ...days }, by ?? (await officer('sef')))
}

/** Somebody as they work in the place of whoever is away. */
export async function inPlaceOf(substitute: Officer, absent: Officer) {
  const { substitutions } = await Catalogue.of(substitute.authorityId)
  const own = substitutions.filter((one) => one.substituteId === substitute.id)
  substitute.actsFor = own.find((one) => one.officerId === absent.id)!.officer
  substitute.standsInFor = own.map(({ officerId }) => officerId)
  return substitute.loadRoles()
}

/** A page as somebody opens it who works in another's place. */
export function openedIn(client: ApiClient, who: Officer, place: { id: number }, path: string) {
  return client
    .get(path)
    .loginAs(who)
    .withSession({ [CAPACITY]: place.id })
    .redirects(0)
}

/** A form as its page has it that was opened in another's place; null: as oneself. */
export function sentIn(
  client: ApiClient,
  who: Officer,
  place: { id: number } | null,
  [path, fields]: [string, Record<string, string>]
) {
  return client
    .post(path)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ ...fields, [CAPACITY]: String(place?.id ?? 0) })
}
