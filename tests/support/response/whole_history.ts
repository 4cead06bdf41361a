import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import { stamp } from '#shared/dates/stored'
import { officer, unit } from '#tests/support/journey'

/** Puts rows of every sort that a card can show to a petition: `times` of what there can be many of. */
export async function wholeHistory(petition: Petition, times: number) {
  const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
  const [own, other] = [await unit('TAR'), await unit('ORM')]
  const [at, day] = [stamp(DateTime.utc()), DateTime.utc().plus({ days: 9 }).toISODate()!]
  const of = { petition_id: petition.id }
  const by = { officer_id: tarim.id, unit_id: own.id }
  const many = async (table: string, row: (turn: number) => object) => {
    const before = Number((await db.from(table).max('id as id').first()).id)
    const rows = Array.from({ length: times }, (_, turn) => row(before + turn))
    await db.table(table).multiInsert(rows)
    return Number((await db.from(table).max('id as id').first()).id)
  }
  const { id: answer } = await db.from('answers').where(of).firstOrFail()

  await many('contacts', () => ({
    ...{ ...of, ...by, way: 'call', result: 'noAnswer', note: 'Açmadı.', made_at: at },
  }))
  await many('contact_plans', () => ({
    ...{ ...of, ...by, authority_id: petition.authorityId, way: 'call', day, state: 'open' },
    ...{ told: false, made_by: tarim.id, made_at: at },
  }))
  await many('unit_questions', () => ({
    ...{ ...of, unit_id: other.id, for_unit_id: own.id, sort: 'part', state: 'open' },
    ...{ question: 'Orman yolu mu?', asked_by: tarim.id, asked_at: at, due_on: day },
  }))
  await many('questions', () => ({
    ...{ ...of, ...by, text: 'Hangi tarla?', asked_at: at, passed_at: at, passed_by: tarim.id },
    ...{ ended_as: 'answered', ended_at: at, answered_at: at },
  }))
  await many('additions', (turn) => ({
    ...{ ...of, text: 'Alt tarla.', made_at: at, token_digest: `whole-${turn}`, is_held: false },
  }))
  await many('attachments', (turn) => ({
    ...{ ...of, holder: `whole:${turn}`, position: 1, part: 'petition', state: 'ready' },
    ...{ kind: 'pdf', name: 'tapu.pdf', size: 9, digest: `${turn}`, tries: 0, created_at: at },
  }))
  await many('extensions', () => ({
    ...{ ...of, unit_id: own.id, asked_by: tarim.id, asked_at: at, until: day, reason: 'Kar.' },
  }))
  await many('draft_sittings', (turn) => ({
    ...{ ...of, ...by, sitting: `whole-${turn}`, turn: 1, part: 'draft', begun_from: 0 },
    ...{ begun_at: at, kept_at: at },
  }))
  await many('answer_versions', (turn) => ({
    ...{ answer_id: answer, version: turn + 100, officer_id: tarim.id, text: 'Eski.' },
    written_at: at,
  }))
  await many('answer_checks', () => ({
    ...{ answer_id: answer, version: 1, officer_id: tarim.id, sort: 'asked', found: '[]' },
    ...{ reason: 'Soruldu.', made_at: at },
  }))
  const decision = await many('answer_decisions', () => ({
    ...{ answer_id: answer, officer_id: head.id, decision: 'sentBack', reason: 'Tarih yok.' },
    decided_at: at,
  }))
  await many('answer_marks', (turn) => ({
    ...{ decision_id: decision, position: turn + 1, quote: 'cuma', remark: 'Hangisi?' },
  }))
  const referral = await many('referrals', () => ({ ...of, ...by, made_at: at }))
  const [{ id: given }] = [{ id: referral }]
  await many('returns', (turn) => ({
    ...{ ...of, referral_id: given - (turn % times), authority_id: petition.authorityId },
    ...{ officer_id: tarim.id, reason: 'Bize ait değil.', given_back_at: at },
  }))
  const { position } = petition
  await db.table('steps').multiInsert(
    Array.from({ length: times * 20 }, (_, turn) => ({
      ...{ ...of, ...by, position: position + turn + 1, kind: 'contacted', stage: petition.stage },
      ...{ note: 'Konuşuldu.', taken_at: at },
    }))
  )
  await db
    .from('petitions')
    .where('id', petition.id)
    .update({ position: position + times * 20 })
}
