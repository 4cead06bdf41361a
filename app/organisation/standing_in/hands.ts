import { Catalogue } from '../catalogue.ts'
import { Officer } from '../models/officer.ts'
import type { Substitution } from '../models/substitution.ts'

/** Whom news reach, and as whom: an officer as themselves, or in the place of one who is away. */
export interface Hand {
  /** who reads it; with roles, and with `actsFor` where it is somebody's place */
  officer: Officer
  /** whom it is about */
  role: Officer
}

/**
 * Everybody who works at an authority, and for whoever is away the one who stands in: what the absent
 * would have heard. Where that one is away as well, or works there no more, it stays with the absent.
 */
export async function handsOf(authorityId: number): Promise<Hand[]> {
  const { substitutions } = await Catalogue.of(authorityId)
  const people = await atWork(authorityId)
  const away = substitutions.filter(({ state }) => state === 'now')
  const awayIds = new Set(away.map(({ officerId }) => officerId))
  const hands: Hand[] = []
  for (const one of away.filter(({ substituteId }) => !awayIds.has(substituteId))) {
    const hand = await inPlace(one, people)
    if (hand) hands.push(hand)
  }
  const replaced = new Set(hands.map(({ role }) => role.id))
  const others = people.filter(({ id }) => !replaced.has(id))
  return [...others.map((officer) => ({ officer, role: officer })), ...hands]
}

/** A row of its own: as themselves the same person sees something else. */
async function inPlace({ officerId, substituteId }: Substitution, people: readonly Officer[]) {
  const role = people.find(({ id }) => id === officerId)
  if (!role || !people.some(({ id }) => id === substituteId)) return null
  const officer = await Officer.findOrFail(substituteId)
  officer.actsFor = role
  return { officer: await officer.loadRoles(), role }
}

async function atWork(authorityId: number) {
  const people = await Officer.query()
    .where('authority_id', authorityId)
    .preload('officerRoles')
    .orderBy('id')
  const here = people.filter(({ works }) => works)
  for (const one of here) await one.loadRoles()
  return here
}
