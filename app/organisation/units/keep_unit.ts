import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Typed } from '#shared/typed/typed'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Changed } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { Officer } from '../models/officer.ts'
import { Unit } from '../models/unit.ts'
import { UnitName } from '../models/unit_name.ts'
import { codeFor } from './codes.ts'
import { readUnit, unitFacts } from './unit_form.ts'

/** A unit begins. @throws Refusal with everything that is to be mended */
export function addUnit(typed: Typed, officer: Officer) {
  const { authorityId } = officer
  return administer(async (trx) => {
    const units = await unitsOf(authorityId, trx)
    const read = typed.read((form) => readUnit(form, units, null))
    const taken = new Set(units.map(({ code }) => code))
    const code = codeFor(read.shortName, taken, LONGEST.units.code).toUpperCase()
    const unit = await Unit.create({ ...read, authorityId, code }, { client: trx })
    const fields = differing({}, unitFacts(unit, units))
    await noteUnit(unit, { sort: 'added', fields }, officer, trx)
    return unit
  })
}

/**
 * Another name, telephone, competence …; papers that were given keep the name of their day.
 *
 * @param seen the version that the form showed
 * @throws Refusal, Overtaken
 */
export function amendUnit(id: number, typed: Typed, seen: number, officer: Officer) {
  const { authorityId } = officer
  return administer(async (trx) => {
    const units = await unitsOf(authorityId, trx)
    const unit = units.find((one) => one.id === id)!
    const read = typed.read((form) => readUnit(form, units, unit))
    const was = unitFacts(unit, units)
    const { name, shortName } = unit
    unit.merge(read)
    const fields = differing(was, unitFacts(unit, units))
    if (fields.length === 0) return unit
    await writeUnchanged(unit, seen, trx)
    if (unit.name !== name || unit.shortName !== shortName) {
      const old = { authorityId, unitId: id, name, shortName, until: DateTime.utc() }
      await UnitName.create(old, { client: trx })
    }
    await noteUnit(unit, { sort: 'amended', fields }, officer, trx)
    return unit
  })
}

/** All of an authority, as they are now. */
export function unitsOf(authorityId: number, trx?: TransactionClientContract) {
  return Unit.query(trx && { client: trx })
    .where('authority_id', authorityId)
    .orderBy('id')
}

export function noteUnit(
  { id: thingId, authorityId, name }: Unit,
  done: Pick<Changed, 'sort' | 'fields'>,
  officer: Officer,
  trx: TransactionClientContract
) {
  return noteChange({ authorityId, thing: 'unit', thingId, name, ...done }, officer, trx)
}
