import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { Step } from '#intake'
import type { Officer } from '#organisation'
import type { Forwarding } from '../models/forwarding.ts'
import { ForwardingAnswer } from '../models/forwarding_answer.ts'
import { ForwardingDispatch } from '../models/forwarding_dispatch.ts'

/** So many are shown and looked at: a letter that left more often is somebody's mistake. */
const MOST = 20

type Of = Pick<Forwarding, 'id'>

/** Its dispatches, the last one first. */
export function dispatchesOf({ id }: Of, trx?: Trx) {
  const query = ForwardingDispatch.query({ client: trx }).where('forwarding_id', id)
  return query.orderBy('id', 'desc').limit(MOST)
}

/** What its body answered, the last one first. */
export function answersOf({ id }: Of, trx?: Trx) {
  const query = ForwardingAnswer.query({ client: trx }).where('forwarding_id', id)
  return query.orderBy('id', 'desc').limit(MOST)
}

/** What has been done so far, as waits.ts asks. */
export async function doneOf(forwarding: Of & { documentNumber: string | null }, trx: Trx) {
  const { documentNumber } = forwarding
  const [sent, answered] = [await dispatchesOf(forwarding, trx), await answersOf(forwarding, trx)]
  return { documentNumber, isSent: sent.length > 0, isAnswered: answered.length > 0 }
}

/** Whether the same officer has just written down the same: a second press. */
export async function wasSent(
  forwarding: Of,
  row: Pick<ForwardingDispatch, 'way' | 'reference' | 'sentOn'>,
  { id }: Officer
) {
  const [last] = await dispatchesOf(forwarding)
  const isSame = last?.way === row.way && last.reference === row.reference && last.officerId === id
  return isSame && last.sentOn.toISODate() === row.sentOn.toISODate()
}

/** The same of an answer, by what its step says. */
export async function wasAnswered(forwarding: Of, publicText: string | null, { id }: Officer) {
  const [last] = await answersOf(forwarding)
  if (last?.officerId !== id) return false
  return (await Step.findOrFail(last.stepId)).publicText === publicText
}
