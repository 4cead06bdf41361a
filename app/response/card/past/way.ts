import { DESK_STAGES, Step, type Petition } from '#intake'
import type { Catalogue } from '#organisation'
import type { Handover } from '#routing'
import { dayOf, daysBetween, today } from '#shared/dates/turkish_date'
import type { Names } from '../names.ts'

/** Steps by which a petition comes into another hand, or into none. */
const PASSING: readonly string[] = [
  ...['received', 'referred', 'returned', 'recalled', 'handedOn', 'unitClosed'],
  ...['handedOver', 'handedBack', 'concluded', 'forwarded', 'withdrawn', 'withdrawalUndone'],
  ...['feeLapsed', 'mergedInto', 'parted'],
]
const TO_A_UNIT: readonly string[] = ['referred', 'handedOn']
const HANDING: readonly string[] = ['handedOver', 'handedBack']
const ENDING: readonly string[] = ['concluded', 'forwarded', 'withdrawn', 'feeLapsed', 'mergedInto']
/** It is open again where it stood. */
const RESUMING: readonly string[] = ['withdrawalUndone', 'parted']
const AT_DESK: readonly string[] = DESK_STAGES
/** So many steps are looked at: of a longer history the way is told in its later part. */
const MOST = 150

interface Around {
  names: Names
  catalogue: Catalogue
  /** the latest first */
  handovers: readonly Handover[]
}

/**
 * Başvurunun yolu: in whose hands it was, each with its whole days, the first one first; the last one
 * has it still where `until` is null. Empty as long as nobody has passed it on.
 *
 * @param latest its steps as `stepsOfWay` gives them
 */
export function wayOf(petition: Petition, latest: readonly Step[], around: Around) {
  const steps = latest.toReversed().filter(({ kind }) => PASSING.includes(kind))
  const holderAfter = holders(petition, around)
  const hands = steps.flatMap((step, at) => {
    const [holder, next] = [holderAfter(step), steps[at + 1]]
    if (holder === null) return []
    const until = next?.takenAt ?? null
    const days = daysBetween(dayOf(step.takenAt), until ? dayOf(until) : today())
    return [{ holder, from: step.takenAt, until, days, left: next?.kind ?? null }]
  })
  return hands.length > 1 ? hands : []
}

/** Where not all of them are known already: so many that they tell the way, newest first. */
export function stepsOfWay(petition: Petition) {
  return Step.of(petition).limit(MOST)
}

/** Who has it after a step; null: nobody has to do anything. */
function holders(petition: Petition, { names, catalogue, handovers }: Around) {
  const sent = handovers.toReversed()
  const here = (at: Step['takenAt']) =>
    petition.isAboutBureau ? catalogue.authority.name : catalogue.bureau.named(at).name
  return ({ kind, unitId, takenAt, stage }: Step) => {
    if (ENDING.includes(kind)) return null
    const isAtWork = RESUMING.includes(kind) && !AT_DESK.includes(stage)
    if (TO_A_UNIT.includes(kind) || isAtWork) return names.unit(unitId, takenAt)
    if (HANDING.includes(kind)) {
      const to = sent.shift()?.toAuthorityId
      return sent.length > 0 && to ? names.authority(to) : here(takenAt)
    }
    // Of what another authority's desk had, its name alone.
    return names.isOwn(unitId) ? here(takenAt) : names.unit(unitId, takenAt)
  }
}
