import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, type Officer } from '#organisation'
import { askWhoDecides } from '../afterwards/objecting/ask_anew.ts'
import { Charge } from '../charge.ts'
import { partAll } from '../merging/part.ts'
import { Naming } from '../models/naming.ts'
import type { Petition } from '../models/petition.ts'
import { Reader } from '../models/reader.ts'
import { restrictedCircle } from '../visibility.ts'
import { notFor } from './decider.ts'
import { standingOf } from './standing_of.ts'

/**
 * The desk says whom a complaint means. From then on it passes that person by; where the unit that has
 * it may not decide it, it waits at the desk again.
 *
 * @param person with roles; null: nobody of ours
 * @throws PetitionChanged
 */
export async function namePerson(petition: Petition, person: Officer | null, officer: Officer) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const standing = person ? await standingOf(person, catalogue) : nobody(petition)
  return petition.change(async (current, trx) => {
    await partAll(current, trx)
    const { unit } = new Charge(current, catalogue)
    const isLeaving = current.isOpen && !current.isAtTheDesk && notFor(standing, unit, catalogue)
    if (isLeaving) await Reader.close(current, unit, trx)
    const { bureau } = catalogue
    const inCharge = isLeaving ? bureau : unit
    const isRestricted = current.isRestricted && standing.desk === 'bureau'
    await current.take({
      ...{ kind: 'personNamed', officer, unit: bureau, trx },
      ...(isLeaving && { stage: 'returned' as const }),
      changes: {
        ...standing,
        circle: isRestricted ? restrictedCircle(inCharge) : 'house',
        ...(isLeaving && { unitId: bureau.id, unitSince: DateTime.utc() }),
      },
      alongside: () => keep(current, person, officer, trx),
    })
    await askWhoDecides(current, trx)
  })
}

/** As it stands without the person: about its unit, about the manager where the form says so, or none. */
function nobody({ complainedUnitId, complainedOfficerId, desk, decider, authorityId }: Petition) {
  const isManagers = decider === 'above' && complainedOfficerId === null
  return {
    ...{ complainedOfficerId: null, complainedUnitId, desk },
    complainedAuthorityId: isManagers ? authorityId : null,
    decider: isManagers ? 'above' : 'unit',
  }
}

function keep(
  { id: petitionId }: Petition,
  person: Officer | null,
  { id: officerId }: Officer,
  trx: TransactionClientContract
) {
  const named = { petitionId, officerId, complainedOfficerId: person?.id ?? null }
  return Naming.create({ ...named, namedAt: DateTime.utc() }, { client: trx })
}
