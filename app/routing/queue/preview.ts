import type { HttpContext } from '@adonisjs/core/http'
import {
  Access,
  Charge,
  dueState,
  hidesWords,
  notFor,
  Onlooker,
  Petition,
  saidTo,
  type Stage,
} from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { allowed } from '../allowed.ts'
import { isAtWork } from '../models/referral.ts'
import { Return } from '../models/return.ts'
import { isOftenReturned } from '../return_limit.ts'
import { shownSuggestions } from '../suggesting/shown.ts'

/**
 * Önizleme: what a petition says, beside the list, with the units it probably belongs to. Whoever opens
 * it has looked: it leaves a row, as the card does.
 *
 * @returns null where this officer may not see it
 */
export async function preview({ officer, i18n }: HttpContext, number: string) {
  const petition = await Petition.findFor(officer, number)
  if (!petition) return null
  await Access.record(officer, { petition })
  await Onlooker.looks(officer, petition)
  const catalogue = await Catalogue.of(petition.authorityId)
  const charge = new Charge(petition, catalogue)
  const subject = catalogue.subject(petition.subjectId)
  const every = await Return.of(petition)
  const returns = every.filter(({ unitId }) => catalogue.has(unitId))
  const mayRefer = allowed(petition, 'refer', officer, charge)
  const said = await saidTo(petition, officer)
  const around = { returns, catalogue, text: said.text, without: [] }
  return {
    number: petition.number,
    version: petition.version,
    ...said,
    locale: petition.locale,
    kind: petition.kind,
    subject: subject?.nameIn(i18n.locale) ?? null,
    holder: charge.holder.name,
    stage: petition.stage,
    dueOn: petition.dueOn,
    dueState: dueState(petition.stage as Stage, petition.daysLeft),
    days: petition.daysLeft,
    returns: givenBack(petition, returns, officer, catalogue),
    onlookers: await Onlooker.beside(officer, petition),
    mayRefer,
    isOwn: petition.isOwnOf(officer),
    chiefDecides: !mayRefer && isOftenReturned(petition) && petition.isAtTheDesk,
    suggested: mayRefer ? await shownSuggestions(petition, around) : null,
    units: unitsFor(petition, charge, catalogue),
  }
}

function unitsFor(petition: Petition, charge: Charge, catalogue: Catalogue) {
  const { units } = catalogue
  const isHere = (unit: { id: number }) => isAtWork(petition, unit, charge)
  const fits = units.filter((unit) => !notFor(petition, unit, catalogue) && !isHere(unit))
  return fits.filter(({ kind }) => kind === 'internal')
}

function givenBack(petition: Petition, returns: Return[], officer: Officer, catalogue: Catalogue) {
  return returns.map(({ unitId, reason, suggestedUnitId }) => ({
    unit: catalogue.unit(unitId).name,
    reason: hidesWords(petition, unitId, officer) ? null : reason,
    suggested: suggestedUnitId && catalogue.unit(suggestedUnitId).name,
  }))
}
