import type { DateTime } from 'luxon'
import { Petition, PetitionChanged } from '#intake'
import { Commitment } from '../models/commitment.ts'

const A_PIECE = 100

/**
 * What was promised for this day or an earlier one comes back to its unit, each by a step of its own and
 * once: killed anywhere and run again it brings back what is left. Whoever works on one at this moment
 * keeps it until tomorrow.
 *
 * @returns how many
 */
export async function bringBack(day: DateTime, goesOn: () => boolean) {
  let brought = 0
  for (let after = 0; ;) {
    const found = await dueOn(day, after)
    for (const one of found) {
      if (!goesOn()) return brought
      if (await bring(one)) brought++
    }
    if (found.length < A_PIECE) return brought
    after = found.at(-1)!.id
  }
}

function dueOn(day: DateTime, after: number) {
  return Commitment.query()
    .where('state', 'open')
    .whereNull('recalled_at')
    .where('day', '<=', day.toISODate()!)
    .where('id', '>', after)
    .orderBy('id')
    .limit(A_PIECE)
}

async function bring({ id, petitionId }: Commitment) {
  const petition = await Petition.findOrFail(petitionId)
  try {
    return await petition.change(async (current, trx) => {
      const one = await Commitment.findOrFail(id, { client: trx })
      if (!one.isOpen || one.recalledAt) return false
      const alongside = (step: { takenAt: DateTime }) =>
        one.merge({ recalledAt: step.takenAt }).save()
      await current.take({ kind: 'commitmentDue', note: one.text, alongside, trx })
      return true
    })
  } catch (error) {
    if (error instanceof PetitionChanged) return false
    throw error
  }
}
