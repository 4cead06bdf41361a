import { RUNGS, type Hand, type Role, type Rung } from '#organisation'
import { isOwn } from '../own/own.ts'
import { shieldOf } from '../visibility.ts'
import type { Office } from './office.ts'
import type { OpenByDay } from './open_by_day.ts'
import { seesNow } from './sees_now.ts'

/** Who are reached by a rung, and which one that is: where nobody may see it, those above are. */
export interface Addressed {
  rung: Rung
  hands: readonly Hand[]
}

/**
 * Those of a rung who may see the petition and work on it: nobody hears of a complaint about their own
 * unit, of what is restricted, or of a petition of their own. Nobody at all: the rung itself, of nobody.
 */
export function addressees(rung: Rung, petition: OpenByDay, office: Office): Addressed {
  for (const one of RUNGS.slice(RUNGS.indexOf(rung))) {
    const hands = office
      .alike(keyOf(one, petition), () => handsAt(one, petition, office))
      .filter(({ officer }) => !isOwn(officer, petition))
    if (hands.length > 0) return { rung: one, hands }
  }
  return { rung, hands: [] }
}

/** All that it depends on but whose petition it is: of thousands there are some hundred sorts. */
function keyOf(rung: Rung, petition: OpenByDay) {
  const { stage, desk, circle, complainedUnitId, unitId, decider } = petition
  const about = [complainedUnitId, shieldOf(petition), decider]
  return [rung, waitsForHead(stage), desk, circle, ...about, unitId].join(' ')
}

/** Before and on the day whoever has it works on it, or the head before whom it lies. */
function handsAt(rung: Rung, petition: OpenByDay, office: Office) {
  const charge = office.charge(petition)
  const isAtHead = waitsForHead(petition.stage)
  const isManagers = isAtHead && petition.decider === 'manager'
  const role = isManagers ? 'manager' : roleAt(rung, charge.unit.isBureau, isAtHead)
  const isOfUnit = (hand: Hand) => !UNIT_ROLES.includes(role) || charge.isOf(hand.officer)
  return office.hands
    .filter((hand) => hand.officer.roles.includes(role) && isOfUnit(hand))
    .filter(({ officer }) => seesNow(officer, petition))
}

const UNIT_ROLES: readonly Role[] = ['unitOfficer', 'unitHead']

function waitsForHead(stage: string) {
  return stage === 'awaitingApproval'
}

function roleAt(rung: Rung, isHere: boolean, isAtHead: boolean): Role {
  if (rung === 'governor') return 'manager'
  if (rung === 'chief') return 'bureauChief'
  const isHead = rung === 'head' || isAtHead
  if (isHere) return isHead ? 'bureauChief' : 'bureauOfficer'
  return isHead ? 'unitHead' : 'unitOfficer'
}
