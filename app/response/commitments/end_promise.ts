import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import { Day, longDate } from '#shared/dates/turkish_date'
import type { Typed } from '#shared/typed/typed'
import { COMMITMENT_ENDS, Commitment } from '../models/commitment.ts'
import { mayEnd } from './may_promise.ts'
import { readPromiseDay } from './read_day.ts'

const LONGEST = 1000
const STEPS = {
  kept: 'commitmentKept',
  moved: 'commitmentMoved',
  broken: 'commitmentBroken',
} as const

/**
 * What became of a promise, in words that its petitioner reads: kept, moved to another day for a reason,
 * or not kept, and why. The petitioner is told; the petition stays as it is.
 *
 * @throws Refusal for what is missing, or where it has ended already; NotAllowed
 */
export function endPromise(petition: Petition, id: number, officer: Officer, typed: Typed) {
  const said = read(typed)
  return petition.change(async (current, trx) => {
    await current.knowOwner(officer)
    const of = { id, petition_id: current.id }
    const one = await Commitment.query({ client: trx }).where(of).firstOrFail()
    if (!mayEnd(current, officer, one)) throw new NotAllowed()
    if (one.state === said.ended && one.endedBy === officer.id) return
    if (!one.isOpen) throw new Refusal({ field: 'stage', rule: 'promiseOver' })
    if (said.day && said.day <= one.day) {
      throw new Refusal({ field: 'promiseDay', rule: 'notLater' })
    }
    const publicText = wordsOf(one, said, current.locale)
    const alongside = () => keep(one, said, officer, trx)
    await current.take({ kind: STEPS[said.ended], officer, publicText, alongside, trx })
  })
}

function read(typed: Typed) {
  return typed.read((form) => {
    const ended = form.choice('promiseEnd', COMMITMENT_ENDS, { required: true, wrong: 'required' })
    const required = ended !== 'kept'
    const reason = form.multiline('promiseReason', { required, max: LONGEST })
    return { ended, reason, day: ended === 'moved' ? readPromiseDay(form) : null }
  })
}
type Said = ReturnType<typeof read>

async function keep(
  one: Commitment,
  { ended, reason, day }: Said,
  { id: officerId }: Officer,
  trx: TransactionClientContract
) {
  const now = DateTime.utc()
  const over = { state: ended, reason, endedBy: officerId, endedAt: now }
  await one.merge(over).useTransaction(trx).save()
  if (!day) return
  const { authorityId, unitId, petitionId, text } = one
  const by = { madeBy: officerId, madeAt: now, movedFrom: one.id, state: 'open' } as const
  const next = { authorityId, unitId, petitionId, text, day, ...by }
  await Commitment.create(next, { client: trx })
}

/** As the petitioner reads it beside the step. */
function wordsOf({ text }: Commitment, { reason, day }: Said, locale: string) {
  const until = day && longDate(Day.parse(day)!, locale)
  return [text, until && `→ ${until}`, reason].filter(Boolean).join('\n')
}
