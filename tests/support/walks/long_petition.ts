import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { Message } from '#notification'
import { officer, referredTo } from '../journey.js'

const MANY = 1000
const A_PIECE = 200
type Row = Record<string, unknown>

/**
 * A petition with a thousand of everything that it can have many of: steps, contacts, words of its
 * answer, looks, messages, calls.
 */
export async function longPetition() {
  const petition = await referredTo('TAR')
  const { id, number, authorityId, unitId } = petition
  const [officerId, now] = [(await officer('tarim')).id, stamp(DateTime.utc())]
  const many = <T extends Row>(row: (at: number) => T) =>
    Array.from({ length: MANY }, (_, at) => row(at))

  const step = { petition_id: id, stage: 'routed', officer_id: officerId, unit_id: unitId }
  await fill(
    'steps',
    many((at) => ({ ...step, kind: 'secretRenewed', position: at + 10, taken_at: now }))
  )
  await db
    .from('petitions')
    .where({ id })
    .update({ position: MANY + 9 })

  const contact = { petition_id: id, unit_id: unitId, officer_id: officerId, way: 'call' }
  const talk = { ...contact, result: 'reached', made_at: now }
  await fill(
    'contacts',
    many((at) => ({ ...talk, note: `Arandı ${at}` }))
  )

  const draft = { text: 'Yolunuz onarılacak.', drafted_by: officerId, drafted_at: now }
  const answer = {
    petition_id: id,
    unit_id: unitId,
    version: MANY + 1,
    outcome: 'granted',
    ...draft,
  }
  await db.table('answers').insert(answer)
  const { id: answerId } = await db.from('answers').where('petition_id', id).firstOrFail()
  const words = { answer_id: answerId, officer_id: officerId, written_at: now, outcome: 'granted' }
  await fill(
    'answer_versions',
    many((at) => ({ ...words, version: at + 1, text: `Yol ${at}` }))
  )
  const decision = { answer_id: answerId, officer_id: officerId, decision: 'sentBack' }
  await fill(
    'answer_decisions',
    many((at) => ({ ...decision, reason: `${at}`, decided_at: now }))
  )
  const look = { petition_id: id, officer_id: officerId, authority_id: authorityId }
  await fill(
    'views',
    many(() => ({ ...look, viewed_at: now }))
  )
  const message = await told({ id, authorityId, officerId })
  return { id, number, message, test: await tried(authorityId) }
}

async function told({
  id,
  authorityId,
  officerId,
}: {
  id: number
  authorityId: number
  officerId: number
}) {
  const first = await db.from('steps').where('petition_id', id).orderBy('position').firstOrFail()
  const text = {
    ...{ authorityId, petitionId: id, stepId: first.id, event: 'renewed', channel: 'sms' },
    ...{ locale: 'tr', recipient: '+905000123499', secret: null },
    placeholders: { number: '2600000000', dueOn: '2026-01-05' },
  } as const
  await db.transaction(async (trx) => {
    for (let at = 0; at < MANY; at += A_PIECE) {
      const some = Array.from({ length: A_PIECE }, (_, more) => ({
        ...text,
        version: at + more + 1,
      }))
      await Message.queue(some as Parameters<typeof Message.queue>[0], trx)
    }
  })
  const at = stamp(DateTime.utc())
  const ended = { state: 'rejected', attempts: 1, next_at: null, final_at: at, missed_at: at }
  await db.from('messages').where('petition_id', id).update(ended)
  const own: { id: number }[] = await db.from('messages').where('petition_id', id).select('id')
  const call = {
    petition_id: id,
    officer_id: officerId,
    result: 'notReached',
    note: null,
    made_at: at,
  }
  await fill(
    'calls',
    own.map((one) => ({ ...call, message_id: one.id }))
  )
  return own.at(-1)!.id
}

async function tried(authorityId: number) {
  const text = {
    ...{ authorityId, petitionId: null, stepId: null, event: 'test', channel: 'sms' },
    ...{ locale: 'tr', recipient: '+905000123498', secret: null },
    placeholders: { number: '10.00.00', dueOn: '2026-01-05' },
    through: { gateway: 'log', position: 0 },
  } as const
  return db.transaction((trx) =>
    Message.queueOne(text as Parameters<typeof Message.queueOne>[0], trx)
  )
}

async function fill(table: string, rows: Row[]) {
  for (let at = 0; at < rows.length; at += A_PIECE) {
    await db.table(table).multiInsert(rows.slice(at, at + A_PIECE))
  }
}
