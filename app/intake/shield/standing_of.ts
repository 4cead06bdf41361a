import { Officer, type Catalogue } from '#organisation'
import { deskFor } from '../visibility.ts'
import { unitAbove, type Decider } from './decider.ts'

/**
 * Where a complaint lies that means this person, and who decides it. Whoever is of the bureau in any
 * way is complained about as the bureau is. `officerRoles` must have been read.
 */
export async function standingOf(person: Officer, catalogue: Catalogue) {
  const { bureau, authority } = catalogue
  const isManager = person.can('aboutBureau.see')
  const isBureaus = !isManager && (person.isOfBureau || person.unitId === bureau.id)
  return {
    complainedOfficerId: person.id,
    complainedUnitId: isBureaus ? bureau.id : person.unitId,
    complainedAuthorityId: isManager ? authority.id : null,
    desk: deskFor(isBureaus ? bureau : null),
    decider: isManager ? 'above' : isBureaus ? 'unit' : await deciderOf(person, catalogue),
  }
}

/** A person's own head, else the head of the unit above, else the manager. */
async function deciderOf(person: Officer, catalogue: Catalogue): Promise<Decider> {
  const { unitId } = person
  if (unitId === null) return 'manager'
  if (!person.ownRoles.includes('unitHead') && (await hasHead(unitId, person))) return 'head'
  const above = unitAbove(unitId, catalogue)
  return above && (await hasHead(above.id, person)) ? 'parent' : 'manager'
}

async function hasHead(unitId: number, { id, authorityId }: Officer) {
  const heads = await Officer.atWork({ authorityId, unitId, roles: ['unitHead'] }).limit(2)
  return heads.some((head) => head.id !== id)
}
