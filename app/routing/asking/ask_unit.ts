import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { notAsked, Reader, showsPetition, UnitQuestion, type Charge, type Petition } from '#intake'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { demand } from '../allowed.ts'
import {
  ComplainedUnit,
  ExternalUnit,
  OthersDecide,
  SameUnit,
  UnitMissing,
} from '../models/referral.ts'
import { readDay } from './day.ts'
import { openParts } from './parts.ts'
import { AskedAlready, AtTheDesk } from './refusals.ts'

type Trx = TransactionClientContract

/** So many units are asked of one petition at once. */
const MOST = 10

/**
 * The unit in charge, or the desk, asks another unit: a question and a day of its own. Nobody but the unit
 * in charge answers whoever brought the petition.
 *
 * @throws Refusal for what is missing, the unit among it; NotAllowed; PetitionChanged
 */
export async function askUnit(petition: Petition, officer: Officer, words: SomeWords) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const unit = catalogue.unitByCode(words.unit ?? '')
  const { question, until } = new Typed(words).read((form) => {
    if (!unit) form.add(...new UnitMissing().reasons)
    const asked = form.multiline('question', { required: true })
    return { question: asked, until: readDay(form, petition, catalogue.calendar) }
  })
  return petition.change(async (current, trx) => {
    const charge = await demand(current, 'askUnit', officer)
    await demandAskable(current, unit!, charge, trx)
    await put(current, unit!, { question, until, officer, charge }, trx)
  })
}

/** Writes the question with its step; a unit that may see the petition beside it sees it from now on. */
export async function put(
  petition: Petition,
  unit: Unit,
  asked: { question: string; until: DateTime; officer: Officer; charge: Charge },
  trx: Trx
) {
  const { question, until: dueOn, officer, charge } = asked
  if (showsPetition(petition)) await Reader.reopen(petition, unit, trx)
  const of = { petitionId: petition.id, unitId: unit.id, forUnitId: charge.unit.id }
  const row = { ...of, sort: 'part', askedBy: officer.id, question, dueOn } as const
  const alongside = () => UnitQuestion.create({ ...row, askedAt: DateTime.utc() }, { client: trx })
  await petition.take({ kind: 'unitAsked', officer, unit, note: question, alongside, trx })
}

/** @throws Refusal that says why this unit cannot be asked */
export async function demandAskable(petition: Petition, unit: Unit, charge: Charge, trx: Trx) {
  const rule = notAsked(petition, unit, await Catalogue.of(petition.authorityId))
  if (rule) throw rule === 'complained' ? new ComplainedUnit() : new OthersDecide(rule)
  if (unit.isExternal) throw new ExternalUnit()
  if (charge.isWith(unit)) throw new SameUnit()
  if (unit.isBureau) throw new AtTheDesk()
  const open = await openParts(petition, trx)
  if (open.some(({ unitId }) => unitId === unit.id)) throw new AskedAlready()
  if (open.length >= MOST) {
    throw new Refusal({ field: 'unit', rule: 'most', values: { most: MOST } })
  }
}
