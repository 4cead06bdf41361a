import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList, isPosted, lastSignIns, seesPetitions, type Officer } from '#organisation'
import { Drafts } from '#response'
import type { Typed } from '#shared/typed/typed'
import { keepingOf, officeOf, type Keeping } from './keeping.ts'
import { offeredRoles, offeredUnits, ticked } from './officer_form.ts'

/** What the form of an officer shows; nobody yet: of a new one. */
export async function formOf(
  keeping: Keeping,
  typed: Typed,
  person: Officer | null,
  overtaken = false
) {
  const { officer: by, catalogue } = keeping
  const present = person?.unitId ? catalogue.unit(person.unitId) : null
  const roles = person?.roles ?? []
  const chosen = ticked(typed, roles)
  const isOwn = person?.id === by.id
  const kept = roles.filter((role) => isOwn || !offeredRoles(by).includes(role))
  return {
    person,
    isOwn,
    kept,
    ...officeOf(keeping),
    unitNow: present?.name ?? null,
    roles: isOwn ? [] : offeredRoles(by).map((role) => ({ role, on: chosen.includes(role) })),
    units: mayMove(by, person) ? offeredUnits(catalogue, present) : [],
    unitCode: typed.has('unit') ? typed.text('unit') : (present?.code ?? ''),
    seen: overtaken || !typed.has('version') ? (person?.version ?? 0) : typed.text('version'),
    latest: overtaken ? (await ChangesList.of('officer', person!.id)).rows.slice(0, 1) : [],
  }
}

/** Whoever sees petitions is put elsewhere by whoever appoints, and nobody moves themselves. */
function mayMove(by: Officer, person: Officer | null) {
  if (person?.id === by.id) return false
  return by.can('officers.appoint') || !person?.roles.some(seesPetitions)
}

/** Görevlinin sayfası: what somebody is here, what can be done, and who changed what. */
export async function officerPage(ctx: HttpContext, person: Officer) {
  const keeping = await keepingOf(ctx, person)
  const { officer: by, catalogue } = keeping
  const { rows } = await ChangesList.of('officer', person.id)
  return {
    person,
    ...officeOf(keeping),
    isOwn: person.id === by.id,
    unit: person.unitId ? catalogue.unit(person.unitId) : null,
    isPosted: isPosted(person),
    drafts: await Drafts.countOf(person),
    signIns: (await lastSignIns(person)).slice(0, 5),
    mayReturn: by.can('officers.appoint') || !person.roles.some(seesPetitions),
    rows,
  }
}
