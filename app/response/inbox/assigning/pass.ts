import { ownHand, type Petition, type StepKind } from '#intake'
import type { Officer } from '#organisation'
import { demand } from '#routing'
import type { Hands } from '../hands.ts'

interface Passing {
  kind: Extract<StepKind, 'takenOn' | 'assigned' | 'shared' | 'putBack'>
  note?: string | null
  /** in whose hands it is then; null: it stays as it is */
  after: (now: Hands) => Hands | null
}

/**
 * In whose hands a petition is changes: a step of the unit, and nobody outside is told.
 *
 * @throws NotAllowed, OwnPetition, PetitionChanged
 */
function pass(petition: Petition, officer: Officer, { kind, note = null, after }: Passing) {
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, kind === 'takenOn' ? 'takeOn' : 'assign', officer)
    const { assigneeId = null, partnerId = null } = current
    const changes = after({ assigneeId, partnerId })
    if (changes) await current.take({ kind, officer, unit, note, changes, trx })
  })
}

/** Üzerine alma: it is in this officer's hands from now on, whoever had it. */
export function takeOn(petition: Petition, officer: Officer) {
  const after = (now: Hands) => (now.assigneeId === ownHand(officer) ? null : takenBy(officer, now))
  return pass(petition, officer, { kind: 'takenOn', after })
}

/** In this officer's hands; whoever shares the work goes on sharing it. */
export function takenBy(officer: Officer, { partnerId = null }: Pick<Hands, 'partnerId'>): Hands {
  const own = ownHand(officer)
  return { assigneeId: own, partnerId: partnerId === own ? null : partnerId }
}

/** Devretme: it is in another officer's hands. */
export function assign(petition: Petition, officer: Officer, to: Officer, note: string | null) {
  const after = ({ assigneeId, partnerId }: Hands) =>
    assigneeId === to.id
      ? null
      : { assigneeId: to.id, partnerId: partnerId === to.id ? null : partnerId }
  return pass(petition, officer, { kind: 'assigned', note: said(to, note), after })
}

/** Paylaşma: another officer works on it beside the one who has it; of nobody's it is their own. */
export function share(petition: Petition, officer: Officer, to: Officer, note: string | null) {
  const own = ownHand(officer)
  const after = ({ assigneeId, partnerId }: Hands) => {
    const isThere = assigneeId === to.id || partnerId === to.id
    return isThere ? null : { assigneeId: assigneeId ?? own, partnerId: to.id }
  }
  return pass(petition, officer, { kind: 'shared', note: said(to, note), after })
}

/** Bırakma: whoever shares it leaves it; else it is nobody's again. */
export function putBack(petition: Petition, officer: Officer, note: string | null) {
  const own = ownHand(officer)
  const after = ({ assigneeId, partnerId }: Hands) => {
    if (!assigneeId && !partnerId) return null
    return { assigneeId: partnerId === own ? assigneeId : null, partnerId: null }
  }
  return pass(petition, officer, { kind: 'putBack', note, after })
}

/** To whom, and what was said: as the history shows it. */
function said({ name }: Officer, note: string | null) {
  return note ? `${name}\n${note}` : name
}
