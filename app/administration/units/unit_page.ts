import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList, Overtaken, Unit, UNIT_KINDS, type Catalogue } from '#organisation'
import { canSucceed, COUNTED, openWorkOf, UnitClosing } from '#response'
import { notFound } from '#shared/not_found'
import type { Refusal } from '#shared/typed/problems'
import { idIn } from '../kept_row.ts'

/** The unit in the address, of the officer's own authority, as the database has it now. */
export async function unitAt(ctx: HttpContext) {
  const { authorityId } = ctx.officer
  const id = idIn(ctx)
  const unit = id && (await Unit.query().where({ id, authority_id: authorityId }).first())
  return unit || notFound(ctx)
}

/** What the page of a new unit shows besides what was typed. */
export function newUnitPage({ catalogue }: HttpContext) {
  return { unit: null, kinds: UNIT_KINDS, parents: catalogue.units }
}

/** The same for one that there is: how it is closed or opened again, and what was changed. */
export async function unitPage(ctx: HttpContext, unit: Unit, refusal?: Refusal) {
  const { catalogue } = ctx
  const fresh = refusal instanceof Overtaken ? await Unit.findOrFail(unit.id) : unit
  const { rows } = await ChangesList.of('unit', unit.id)
  const work = await workOf(fresh)
  // Roles of a unit are held at a unit: its people do not go to the bureau.
  const isPossible = (one: Unit) => canSucceed(one, unit) && !(one.isBureau && work.officers > 0)
  return {
    ...newUnitPage(ctx),
    unit: fresh,
    rows,
    parents: catalogue.units.filter(({ id }) => id !== unit.id),
    successors: catalogue.units.filter(isPossible),
    work: { ...work, closing: await closingOf(fresh, catalogue) },
  }
}

/** As the form of it stands when it is opened. */
export function wordsOf(unit: Unit, units: readonly Unit[]) {
  const { name, shortName, kind, phone, email, competence } = unit
  const parent = units.find(({ id }) => id === unit.parentId)?.code ?? ''
  return { name, shortName, kind, parent, phone, email, competence, successor: '' }
}

async function workOf(unit: Unit) {
  if (unit.isBureau) return { petitions: 0, more: 'no', officers: 0 }
  const { petitions, officers } = await openWorkOf(unit)
  const more = petitions > COUNTED ? 'yes' : 'no'
  return { petitions: Math.min(petitions, COUNTED), more, officers }
}

async function closingOf(unit: Unit, catalogue: Catalogue) {
  const closing = unit.closedOn && (await UnitClosing.latestOf(unit.id))
  if (!closing) return null
  const { successorId, moved, endedAt } = closing
  const successor = successorId === null ? null : catalogue.unit(successorId).name
  return { successor, moved, isDone: endedAt !== null }
}
