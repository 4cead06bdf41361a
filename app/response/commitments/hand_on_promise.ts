import { notFor, Petition, Reader } from '#intake'
import { Catalogue, Officer, type Unit } from '#organisation'
import { Commitment } from '../models/commitment.ts'
import type { UnitClosing } from '../models/unit_closing.ts'

/** What a unit promised and still has to keep, so many at most. */
export function openPromisesOf({ id }: { id: number }, most: number) {
  const open = Commitment.query().where({ unit_id: id, state: 'open' })
  return open.orderBy('day').orderBy('id').limit(most)
}

/**
 * A promise of a closed unit goes where its petitions went, which sees this one from now on; to the desk
 * where there is no successor, or where the petition complains about it.
 *
 * @throws PetitionChanged
 */
export async function handOnPromise(
  { id, petitionId }: { id: number; petitionId: number },
  to: Unit | null,
  closing: UnitClosing
) {
  const petition = await Petition.findOrFail(petitionId)
  const catalogue = await Catalogue.of(petition.authorityId)
  const officer = await Officer.findOrFail(closing.officerId)
  await petition.change(async (current, trx) => {
    const one = await Commitment.findOrFail(id, { client: trx })
    if (!one.isOpen || one.unitId !== closing.unitId) return
    const unit = !to || notFor(current, to, catalogue) ? catalogue.bureau : to
    const alongside = async () => {
      await one.merge({ unitId: unit.id }).save()
      if (!unit.isBureau) await Reader.reopen(current, unit, trx)
    }
    await current.take({ kind: 'commitmentHandedOn', officer, alongside, trx })
  })
}
