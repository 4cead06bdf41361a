import { DateTime } from 'luxon'
import type { Catalogue, Unit } from '#organisation'
import { Charge } from '../charge.ts'
import type { Petition } from '../models/petition.ts'
import type { Taking } from '../models/petition_record.ts'
import { deskFor, restrictedCircle, type Desk } from '../visibility.ts'
import type { Recorded } from './record/fields.ts'

/** Who sees a petition and who has it, once it is corrected. */
export interface After {
  changes: NonNullable<Taking['changes']>
  /** it becomes restricted by its subject, or is seen by fewer than that already */
  followedBy?: 'restricted' | 'restrictionLifted'
  /** the unit that it is about has it now, and loses it */
  leaves: Unit | null
}

/**
 * As at its receipt (receiving/receive.ts): a complaint about the bureau lies at the managers' desk, what
 * is sensitive becomes restricted. A complaint never stays with the unit that it is about: it waits to be
 * routed anew. What was restricted stays so; lifting it is somebody's own act.
 */
export function standingAfter(
  petition: Petition,
  { before, said }: { before: Recorded; said: Recorded },
  catalogue: Catalogue
): After {
  const isOther = said.complained !== before.complained
  const about = isOther && said.complained ? catalogue.unit(Number(said.complained)) : null
  const desk = isOther ? deskFor(about) : (petition.desk as Desk)
  const charge = new Charge(petition, catalogue)
  const isLeaving = about !== null && charge.isWith(about) && !petition.isAtTheDesk
  const inCharge = isLeaving ? catalogue.bureau : charge.unit
  const wasSensitive = isSensitive(before, catalogue) && desk === petition.desk
  const becomes = isSensitive(said, catalogue) && !wasSensitive
  const isRestricted = desk === 'bureau' && (petition.isRestricted || becomes)
  return {
    changes: {
      ...(isOther && { complainedUnitId: about?.id ?? null, desk, ...unnamed(petition, about) }),
      circle: isRestricted ? restrictedCircle(inCharge) : 'house',
      ...(isLeaving && { unitId: inCharge.id, unitSince: DateTime.utc() }),
    },
    followedBy: changeOf(petition.isRestricted, isRestricted),
    leaves: isLeaving ? about : null,
  }
}

/** Another unit has other officers: whom it means the desk says anew. */
function unnamed({ complainedName, decider, authorityId }: Petition, about: Unit | null) {
  if (decider === 'above') return { complainedOfficerId: null }
  const isUnnamed = Boolean(complainedName) && !about
  return {
    complainedOfficerId: null,
    complainedAuthorityId: isUnnamed ? authorityId : null,
    decider: isUnnamed ? 'naming' : 'unit',
  }
}

function isSensitive({ subject }: Recorded, catalogue: Catalogue) {
  return Boolean(subject && catalogue.subject(Number(subject))?.sensitive)
}

function changeOf(was: boolean, is: boolean) {
  if (was === is) return undefined
  return is ? ('restricted' as const) : ('restrictionLifted' as const)
}
