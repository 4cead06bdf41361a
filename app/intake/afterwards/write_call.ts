import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { CALLED, SampleCall } from '../models/sample_call.ts'

const LONGEST = 1000

/**
 * What came of a call; once, and the same officer's second press is done already.
 *
 * @throws Refusal without a result, or where somebody else wrote it down
 */
export function writeCall({ id }: SampleCall, officer: Officer, typed: Typed) {
  const said = typed.read((form) => ({
    result: form.choice('heard', CALLED, { required: true, wrong: 'required' }),
    words: form.multiline('calledWords', { max: LONGEST }),
  }))
  return transaction(async (trx) => {
    const taken = await trx
      .from('sample_calls')
      .where({ id })
      .whereNull('called_at')
      .update({ called_by: officer.id, called_at: stamp(DateTime.utc()) })
    const call = await SampleCall.findOrFail(id, { client: trx })
    if (Number(taken) === 0 && call.calledBy === officer.id && call.result === said.result) return
    if (Number(taken) === 0) throw new Refusal({ field: 'stage', rule: 'calledBefore' })
    await call.merge(said).save()
  })
}
