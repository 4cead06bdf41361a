import type { Officer } from '#organisation'
import { DateTime } from 'luxon'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import { decides } from './decides.ts'
import { reopenedDays } from './reopened_days.ts'

const LONGEST = 4000
interface Said {
  typed: Typed
  /** what stands below a decision that leaves the answer as it is */
  remedy: string
}

const DECISIONS = ['upheld', 'rejected'] as const

/**
 * Whoever stands above decides an objection in words of their own: the answer stands, or the petition
 * is open again with new last days.
 *
 * @returns what was decided
 * @throws Refusal for what is missing, or where it is decided already; PetitionChanged
 */
export async function decideObjection(petition: Petition, officer: Officer, said: Said) {
  const { decision, letter: words } = said.typed.read((form) => ({
    decision: form.choice('decision', DECISIONS, { required: true, wrong: 'required' }),
    letter: form.multiline('letter', { required: true, max: LONGEST }),
  }))
  // Whoever is refused reads where to go from here (constitution, art. 40).
  const letter = decision === 'rejected' ? `${words}\n\n${said.remedy}` : words
  const lastDays = await reopenedDays(petition)
  return petition.change(async (current, trx) => {
    const objection = await Objection.of(current, trx)
    await current.knowOwner(officer)
    const isPossible = objection?.isOpen && !current.isOpen && decides(officer, objection, current)
    if (!isPossible) throw new Refusal({ field: 'stage', rule: 'notDecidable' })
    const decided = { decidedBy: officer.id, decidedAt: DateTime.utc() }
    objection.merge({ ...decided, state: decision, letter }).useTransaction(trx)
    const how = { officer, publicText: letter, alongside: () => objection.save() }
    if (decision === 'upheld') {
      await current.resume('inProgress', lastDays, trx, { kind: 'reopened', ...how })
    } else await current.take({ kind: 'objectionRejected', ...how, trx })
    return decision
  })
}
