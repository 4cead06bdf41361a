import { askFee, FeeNotice, isFeePayable, LastDay, payFee, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import { inLira, Lira } from '#shared/typed/lira'
import { Refusal } from '#shared/typed/problems'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { isFeeAskable } from './possible.ts'

/** Kuruş: more than any copy costs. */
const MOST = 10_000_000

/**
 * Law 4982 art. 10: what access to the information costs is asked of the petitioner, who was told in
 * writing on that day; none to come, and none before the petition was there.
 *
 * @throws Refusal; NotAllowed; PetitionChanged
 */
export async function askForFee(petition: Petition, officer: Officer, words: SomeWords) {
  const said = new Typed(words).read((form) => {
    const amount = form.as('amount', Lira, { required: true })
    if (amount !== null && (amount < 1 || amount > MOST)) {
      form.wrong('amount', 'range', { most: inLira(MOST, 'tr') })
    }
    const covers = form.line('covers', { required: true, max: 500 })
    const toldOn = form.day('toldOn', { required: true })
    const first = dayOf(petition.receivedAt)
    if (toldOn && (dayOf(toldOn) < first || dayOf(toldOn) > today())) {
      form.wrong('toldOn', 'range', { from: longDate(first) })
    }
    return { amount, covers, toldOn }
  })
  return petition.change(async (current, trx) => {
    await demand(current, 'askFee', officer)
    const fee = await FeeNotice.of(current, trx)
    const isAskable = isFeeAskable(current, await LastDay.of(current), fee)
    if (!isAskable || !(await askFee(current, said, officer, trx))) throw new NotAllowed()
  })
}

/** The petitioner paid on that day. @throws Refusal for a day after the last one; NotAllowed */
export async function noteFeePaid(petition: Petition, officer: Officer, words: SomeWords) {
  const { paidOn } = new Typed(words).read((form) => ({
    paidOn: form.day('paidOn', { required: true }),
  }))
  return petition.change(async (current, trx) => {
    await demand(current, 'payFee', officer)
    const fee = await FeeNotice.of(current, trx)
    if (!fee || !isFeePayable(fee)) throw new NotAllowed()
    const on = dayOf(paidOn)
    if (on < dayOf(fee.toldOn) || on > dayOf(fee.payBy) || on > today()) {
      const values = { from: longDate(fee.toldOn), most: longDate(fee.payBy) }
      throw new Refusal({ field: 'paidOn', rule: 'range', values })
    }
    await payFee(current, fee, { paidOn: on, officer }, trx)
  })
}
