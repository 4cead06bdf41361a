import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { administer, beginAgain, endUnit, Unit, type Officer } from '#organisation'
import { refuseFor, Refusal, type Reason } from '#shared/typed/problems'
import { UnitClosing } from '../models/unit_closing.ts'
import { COUNTED, openWorkOf } from './open_work.ts'

type Trx = TransactionClientContract

/**
 * Closes a unit. Where work is open a successor has it: people and subjects at once, petitions one
 * after the other (Succession), each with a step of its own.
 *
 * @param typed code of the successor; '' where none was chosen
 * @throws Refusal, Overtaken
 */
export function closeUnit(id: number, typed: string, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const unit = await Unit.findOrFail(id, { client: trx })
    refuseFor(unclosable(unit))
    const successor = typed ? await successorOf(unit, typed, trx) : null
    await demandNobodyWaits(unit, successor, trx)
    await endUnit(unit, { officer, seen, successor }, trx)
    const row = { unitId: id, successorId: successor?.id ?? null, officerId: officer.id }
    await UnitClosing.create({ ...row, beganAt: DateTime.utc(), moved: 0 }, { client: trx })
    return unit
  })
}

/** Opens it again, once its petitions have found their place. @throws Refusal, Overtaken */
export function reopenUnit(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const unit = await Unit.findOrFail(id, { client: trx })
    const closing = await UnitClosing.latestOf(id, trx)
    if (closing && !closing.endedAt) throw new Refusal(wrong('moving'))
    await beginAgain(unit, seen, officer, trx)
    return unit
  })
}

/** Who can have the work of this unit: an outside body has none, so nobody signs in there. */
export function canSucceed(one: Unit, unit: Unit) {
  return one.id !== unit.id && !one.closedOn && (unit.isExternal || !one.isExternal)
}

function unclosable(unit: Unit) {
  if (unit.isBureau) return wrong('bureau')
  return unit.closedOn ? wrong('closed') : null
}

async function successorOf(unit: Unit, code: string, trx: Trx) {
  // Told apart here: what somebody typed may have letters that MariaDB compares with no code.
  const own = await Unit.query({ client: trx }).where('authority_id', unit.authorityId)
  const found = own.find((one) => one.code === code)
  if (!found || !canSucceed(found, unit)) throw new Refusal(wrong('choice'))
  return found
}

async function demandNobodyWaits(unit: Unit, successor: Unit | null, trx: Trx) {
  const { petitions, officers } = await openWorkOf(unit, trx)
  if (!successor && petitions + officers > 0) {
    const more = petitions > COUNTED ? 'yes' : 'no'
    const values = { petitions: Math.min(petitions, COUNTED), more, officers }
    throw new Refusal({ ...wrong('required'), values })
  }
  // Roles of a unit are held at a unit, never at the bureau.
  if (successor?.isBureau && officers > 0) {
    throw new Refusal({ ...wrong('officers'), values: { officers } })
  }
}

function wrong(rule: string): Reason {
  return { field: 'successor', rule }
}
