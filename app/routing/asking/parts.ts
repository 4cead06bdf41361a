import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Reader, showsPetition, UnitQuestion, type AskedState, type Petition } from '#intake'
import { PartsOpen } from './refusals.ts'

type Trx = TransactionClientContract

/** What other units were asked of a petition and have not answered. */
export async function openParts(petition: { id: number }, trx?: Trx) {
  return (await UnitQuestion.openOf(petition, trx)).filter(({ isPart }) => isPart)
}

/** @throws PartsOpen as long as a unit that was asked has neither answered nor been released */
export async function demandPartsIn(petition: { id: number }, trx?: Trx) {
  const { length } = await openParts(petition, trx)
  if (length > 0) throw new PartsOpen(length)
}

/** Ends it, and with it what its unit saw of the petition. */
export async function endPart(
  one: UnitQuestion,
  petition: Petition,
  ended: { state: Exclude<AskedState, 'open'>; by: number; words: string },
  trx: Trx
) {
  await one.end(ended.state, ended.by, ended.words, trx)
  if (one.isPart && showsPetition(petition)) await Reader.close(petition, { id: one.unitId }, trx)
}
