import type { DateTime } from 'luxon'
import { DateTime as Moment } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, Deadline, DeadlineRule } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { asItIsNow } from '../following/as_it_is_now.ts'
import { FeeNotice } from '../models/fee_notice.ts'
import type { Petition } from '../models/petition.ts'
import { feeLetter } from './fee_words.ts'

const A_PIECE = 100

/**
 * Requests for information whose fee nobody paid in time are given up (law 4982 art. 11), each by a step
 * of its own: killed anywhere and run again it does each once, however many days were missed.
 *
 * @returns how many
 */
export async function lapseFees(day: DateTime, goesOn: () => boolean) {
  let lapsed = 0
  for (let after: FeeNotice | null = null; goesOn();) {
    const found: FeeNotice[] = await FeeNotice.unpaidBefore(day, after, A_PIECE)
    for (const { petitionId: id } of found) {
      if (await tried({ id }, day)) lapsed++
    }
    if (found.length < A_PIECE) return lapsed
    after = found.at(-1)!
  }
  return lapsed
}

/** Whoever works on it at this moment, again and again, keeps it until tomorrow. */
async function tried(petition: Pick<Petition, 'id'>, day: DateTime) {
  try {
    return await asItIsNow(petition, (fresh, trx) => lapse(fresh, day, trx))
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function lapse(petition: Petition, day: DateTime, trx: TransactionClientContract) {
  const fee = await FeeNotice.of(petition, trx)
  if (!fee?.isOpen) return false
  const end = (endedAs: 'lapsed' | 'moot') =>
    fee.merge({ endedAs, endedAt: Moment.utc() }).useTransaction(trx).save()
  if (!petition.isOpen || petition.kind !== 'informationRequest') {
    await end('moot')
    return false
  }
  // Leave that was entered since gives its petitioner more time as well.
  const { calendar } = await Catalogue.of(petition.authorityId)
  const rule = await DeadlineRule.findOrFail(fee.ruleId, { client: trx })
  const payBy = Deadline.for(fee.toldOn, rule, calendar).on
  if (payBy >= day) {
    await fee.merge({ payBy }).useTransaction(trx).save()
    return false
  }
  const publicText = feeLetter('lapsed', petition, fee)
  await petition.take({ kind: 'feeLapsed', publicText, alongside: () => end('lapsed'), trx })
  return true
}
