import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge, Petition, PetitionChanged } from '#intake'
import type { Officer } from '#organisation'
import type { Hands } from '../hands.ts'
import { colleagueFor } from './colleagues.ts'

/** So many of one person's in one go, and the others with the next. */
const PIECE = 200
const PLACES = ['assignee_id', 'partner_id'] as const

/** Somebody, and of which unit it was, or of which ones, that they have something in hand. */
type Holder = Pick<Officer, 'id' | 'unitId'> | { id: number; among: readonly number[] }

/** Whether anything is left in this one's hands. */
export async function holdsAny(from: Holder, trx?: TransactionClientContract) {
  return (await heldBy(from, 1, trx)).length > 0
}

/** Along the index of each place, which begins with the unit in charge: nobody holds what another has. */
async function heldBy(from: Holder, most: number, client?: TransactionClientContract) {
  const pieces = []
  for (const place of PLACES) {
    const own = Petition.query({ client }).where(`petitions.${place}`, from.id)
    if ('among' in from) own.whereIn(Charge.column, [...from.among])
    else Charge.ofUnit(own, from.unitId)
    pieces.push(...(await own.limit(most)))
  }
  return pieces.slice(0, most)
}

/**
 * What somebody who left had in hand is in the heir's, where there is one who may have it; else nobody's,
 * and whoever comes first takes it. Each is a step of its own, by nobody: broken off and begun again
 * nothing goes twice.
 *
 * @returns how many went
 */
export async function passHeldOn(from: Holder, heir: Officer | null, most = PIECE) {
  let passed = 0
  for (const petition of await heldBy(from, most)) {
    passed += Number(await isPassed(petition, from, heir))
  }
  return passed
}

/** @returns false where somebody works on it just now: the next round comes again */
async function isPassed(petition: Petition, from: Holder, heir: Officer | null) {
  const to = heir && (await colleagueFor(petition, String(heir.id)))
  const kind = to ? 'assigned' : 'putBack'
  try {
    await petition.change(async (current, trx) => {
      const { unit } = await Charge.of(current)
      const changes = without(current, from.id, to?.id ?? null)
      await current.take({ kind, unit, note: to?.name ?? null, changes, trx })
    })
    return true
  } catch (error) {
    if (error instanceof PetitionChanged) return false
    throw error
  }
}

/** Somebody else stands in the place of one of the two, or nobody: then the other goes on alone. */
function without({ assigneeId, partnerId }: Hands, from: number, to: number | null): Hands {
  const others = [assigneeId, partnerId].map((id) => (id === from ? to : id))
  const [first = null, second = null] = [...new Set(others)].filter((id) => id !== null)
  return { assigneeId: first, partnerId: second }
}
