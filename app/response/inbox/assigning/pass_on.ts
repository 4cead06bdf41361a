import { Charge, Petition, PetitionChanged } from '#intake'
import { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import type { Hands } from '../hands.ts'
import { colleagueFor } from './colleagues.ts'

/** So many of one person's in one go, and the others with the next. */
const PIECE = 200
/** So many people who left at once. */
const PEOPLE = 100

/** Elinde iş kalanlar: those who have left by now and still have petitions in hand. */
export function leftHolding() {
  const held = Petition.query()
    .where((any) => any.whereColumn('assignee_id', 'officers.id'))
    .orWhere((any) => any.whereColumn('partner_id', 'officers.id'))
  return Officer.query()
    .where('left_on', '<=', today().toISODate()!)
    .whereExists(held)
    .orderBy('id')
    .limit(PEOPLE)
}

/**
 * What somebody who left had in hand is in the heir's, where there is one who may have it; else nobody's,
 * and whoever comes first takes it. Each is a step of its own, by nobody: broken off and begun again
 * nothing goes twice.
 *
 * @returns how many went
 */
export async function passHeldOn(from: Officer, heir: Officer | null) {
  const held = await Petition.query()
    .where((any) => any.where('assignee_id', from.id).orWhere('partner_id', from.id))
    .orderBy('id')
    .limit(PIECE)
  let passed = 0
  for (const petition of held) passed += Number(await isPassed(petition, from, heir))
  return passed
}

/** @returns false where somebody works on it just now: the next round comes again */
async function isPassed(petition: Petition, from: Officer, heir: Officer | null) {
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
