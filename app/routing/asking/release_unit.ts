import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { demand } from '../allowed.ts'
import { endPart, openParts } from './parts.ts'

/**
 * Nobody waits any more for what this unit was asked: whoever asked says why, and the answer can go on.
 *
 * @param code of the unit
 * @throws Refusal without a reason, or where that unit is asked nothing; NotAllowed; PetitionChanged
 */
export async function releaseUnit(petition: Petition, officer: Officer, code: string, why: string) {
  const { unitByCode } = await unitsOf(petition)
  const unit = unitByCode(code)
  const { reason } = new Typed({ reason: why }).read((form) => {
    if (!unit) form.wrong('unit', 'release')
    return { reason: form.multiline('reason', { required: 'release' }) }
  })
  return petition.change(async (current, trx) => {
    await demand(current, 'releaseUnit', officer)
    const part = (await openParts(current, trx)).find(({ unitId }) => unitId === unit!.id)
    if (!part) throw new Refusal({ field: 'unit', rule: 'notAsked' })
    const ended = { state: 'released', by: officer.id, words: reason } as const
    const alongside = () => endPart(part, current, ended, trx)
    await current.take({ kind: 'unitReleased', officer, unit: unit!, note: reason, alongside, trx })
  })
}

/** Also of units that were closed meanwhile: they are let go as well. */
async function unitsOf({ authorityId }: Petition) {
  const { everyUnit } = await Catalogue.of(authorityId)
  return { unitByCode: (code: string) => everyUnit.find((unit) => unit.code === code) ?? null }
}
