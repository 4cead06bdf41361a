import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { today } from '#shared/dates/turkish_date'
import { writeUnchanged } from '../changes/amend.ts'
import { noteChange } from '../changes/change_log.ts'
import { Officer } from '../models/officer.ts'
import { Subject } from '../models/subject.ts'
import type { Unit } from '../models/unit.ts'
import { noteUnit } from './keep_unit.ts'

type Trx = TransactionClientContract

/** Who closes it, the version that the form showed, and who has its work from then on. */
interface Ending {
  officer: Officer
  seen: number
  successor: Unit | null
}

/**
 * A unit takes no more work, and its people and subjects go to its successor; petitions follow
 * (UnitClosing of response).
 *
 * @throws Overtaken
 */
export async function endUnit(unit: Unit, { officer, seen, successor }: Ending, trx: Trx) {
  unit.closedOn = today()
  await writeUnchanged(unit, seen, trx)
  const fields = successor ? [{ field: 'successor', was: null, is: successor.name }] : []
  await noteUnit(unit, { sort: 'closed', fields }, officer, trx)
  if (!successor) return
  const moved = [{ field: 'unit', was: unit.name, is: successor.name }]
  await moveOfficers(unit, successor)
  await moveSubjects(unit, successor)

  async function moveOfficers(from: Unit, to: Unit) {
    for (const one of await officersOf(from, trx)) {
      const { id: thingId, name, authorityId, version } = one
      one.unitId = to.id
      await writeUnchanged(one, version, trx)
      const about = { authorityId, thing: 'officer', thingId, name, sort: 'amended' } as const
      await noteChange({ ...about, fields: moved }, officer, trx)
    }
  }

  async function moveSubjects(from: Unit, to: Unit) {
    const own = { unit_id: from.id }
    for (const one of await Subject.query({ client: trx }).where(own).whereNull('closed_on')) {
      const { id: thingId, name, authorityId, version } = one
      one.unitId = to.id
      await writeUnchanged(one, version, trx)
      const about = { authorityId, thing: 'subject', thingId, name, sort: 'amended' } as const
      await noteChange({ ...about, fields: moved }, officer, trx)
    }
  }
}

/** It works again; what went to another unit stays there. @throws Overtaken */
export async function beginAgain(unit: Unit, seen: number, officer: Officer, trx: Trx) {
  if (!unit.closedOn) throw new Refusal({ field: 'successor', rule: 'open' })
  unit.closedOn = null
  await writeUnchanged(unit, seen, trx)
  await noteUnit(unit, { sort: 'reopened' }, officer, trx)
}

/** Those who work there now. */
export function officersOf({ id }: { id: number }, trx?: Trx) {
  const query = Officer.query(trx ? { client: trx } : {})
  return query.where('unit_id', id).whereNull('left_on').orderBy('id')
}
