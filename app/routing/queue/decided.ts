import type { DateTime } from 'luxon'
import { Charge, hidesWords, type Petition } from '#intake'
import { Officer, type Unit } from '#organisation'

/** What was decided of a petition while somebody had an older page of it open. */
export interface Decided {
  /** null: it was changed, and is not with a unit */
  unit: string | null
  by: string | null
  at: DateTime | null
  note: string | null
}

const NOTHING: Decided = { unit: null, by: null, at: null, note: null }

/** Whether this very form has referred it: pressed twice, or sent from a second tab. */
export async function isOurs(
  petition: Petition,
  unit: Unit,
  officer: Officer,
  note: string | null
) {
  const step = await newestReferral(petition)
  const charge = await Charge.of(petition)
  if (petition.stage !== 'routed' || !charge.isWith(unit)) return false
  return step?.officerId === officer.id && step.unitId === unit.id && step.note === note
}

/** Who referred it, where it is, and with which note: as far as this officer may read it. */
export async function decidedOf(petition: Petition, officer: Officer): Promise<Decided> {
  const step = await newestReferral(petition)
  if (!step || petition.isAtTheDesk) return NOTHING
  const charge = await Charge.of(petition)
  const by = step.officerId === null ? null : await Officer.find(step.officerId)
  return {
    unit: charge.holder.name,
    by: by?.name ?? null,
    at: step.takenAt,
    note: hidesWords(petition, step.unitId, officer) ? null : step.note,
  }
}

/** One petition takes few steps; the newest referral is among the last of them. */
async function newestReferral(petition: Petition) {
  const steps = await petition.related('steps').query().orderBy('position', 'desc').limit(LATEST)
  return steps.find(({ kind }) => kind === 'referred')
}

const LATEST = 20
