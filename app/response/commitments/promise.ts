import { DateTime } from 'luxon'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Commitment, MOST_COMMITMENTS } from '../models/commitment.ts'
import { mayPromise } from './may_promise.ts'
import { readPromiseDay } from './read_day.ts'

const LONGEST = 500

/**
 * A promise gets its day: with the answer that is being written, or of one that was given.
 *
 * @throws Refusal for what is missing, a day that is not ahead, or one too many; NotAllowed
 */
export function promise(petition: Petition, officer: Officer, typed: Typed) {
  const { text, day } = typed.read((form) => ({
    text: form.multiline('promised', { required: true, max: LONGEST }),
    day: readPromiseDay(form),
  }))
  return petition.change(async (current, trx) => {
    const charge = await Charge.of(current)
    await current.knowOwner(officer)
    if (!mayPromise(current, officer, charge)) throw new NotAllowed()
    const all = await Commitment.of(current, trx)
    // One's own second press.
    if (all.some((one) => one.text === text && one.day === day)) return
    if (all.filter(({ state }) => state !== 'moved').length >= MOST_COMMITMENTS) {
      throw new Refusal({ field: 'promised', rule: 'enough', values: { most: MOST_COMMITMENTS } })
    }
    const state = current.isOpen ? 'proposed' : 'open'
    const of = { authorityId: current.authorityId, petitionId: current.id, unitId: charge.unit.id }
    const row = { ...of, text, day, state, madeBy: officer.id, madeAt: DateTime.utc() } as const
    await Commitment.create(row, { client: trx })
  })
}
