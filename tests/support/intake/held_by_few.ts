import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import type { Catalogue } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { officer, unit } from '#tests/support/journey'
import { Paper } from '../../../app/intake/models/paper.ts'
import { OwnWords } from '../../../app/intake/models/own_words.ts'
import { Representative } from '../../../app/intake/models/representative.ts'
import { Survey } from '../../../app/intake/models/survey.ts'

/** Words that stand on a card which holds all of it, whoever may read it. */
export const FEW_SHOW = { paper: 'E-2026/77', speaker: 'Avukat Deneme', own: 'Rêya me xera ye.' }
export const FEE_COVERS = 'fotokopi ve disket'
export const SURVEY_SAYS = 'Yol yine bozuldu.'
export const PROMISE_SAYS = 'Mart ayında asfaltlanacak.'

const [NOW, DAY] = [stamp(DateTime.utc()), DateTime.utc().plus({ days: 9 }).toISODate()!]

/**
 * What hardly any petition has, and no other row of the history stands for: it came by post and is
 * registered, somebody speaks for whoever wrote it, in a language of their own, read back; it is urgent,
 * and a manager wants something done with it.
 */
export async function heldByFew(petition: Petition) {
  const { id, authorityId } = petition
  const of = { petition_id: id }
  const [tarim, kaymakam] = [await officer('tarim'), await officer('kaymakam')]
  const registeredOn = DateTime.utc()
  await Paper.create({ petitionId: id, authorityId, number: FEW_SHOW.paper, registeredOn })
  await Representative.create({
    ...{ petitionId: id, authorityId, relation: 'lawyer', name: FEW_SHOW.speaker },
    ...{ proof: 'powerOfAttorney', declinesTexts: false },
  })
  await OwnWords.create({ petitionId: id, language: 'ku', text: FEW_SHOW.own, isAgreed: true })
  await db.table('read_backs').insert({ ...of, officer_id: tarim.id, read_at: NOW })
  const level = { level: 'atOnce', since: NOW, until: NOW, climbed: 0 }
  await db.table('urgencies').insert({ ...of, ...level })
  await db.table('directives').insert({
    ...{ ...of, authority_id: authorityId, text: 'Bu hafta bakılsın.', day: DAY, state: 'open' },
    ...{ given_by: kaymakam.id, given_at: NOW },
  })
  await step(petition, { kind: 'directed', officer_id: kaymakam.id })
  const changed = { channel: 'letter', urgency: 'atOnce', signatures: 3 }
  await db.from('petitions').where('id', id).update(changed)
  await petition.refresh()
}

/** Another authority had it before, and keeps what it knew. */
export async function handedOn(petition: Petition, by: Catalogue) {
  const { id, authorityId, position } = petition
  const [above, tarim] = [by.authority.id, await officer('tarim')]
  const of = { petition_id: id }
  await db.table('handovers').insert({
    ...{ ...of, from_authority_id: above, to_authority_id: authorityId, officer_id: tarim.id },
    ...{ note: 'İlçenin işi.', made_at: NOW, position, desk: 'bureau', given_back: false },
  })
  const { due_on: dueOn, received_at: receivedAt } = await rowOf(petition)
  await db.table('petition_readers').insert({
    ...{ ...of, unit_id: by.bureau.id, kept_by: above, known_to: 1, since: NOW },
    ...{ stage: 'received', urgency: 'ordinary', due_on: dueOn, received_at: receivedAt },
    ...{ desk: 'bureau', circle: 'house' },
  })
  await db.from('petitions').where('id', id).update({ came_from: above })
  await petition.refresh()
}

/** It was asked what the information costs. */
export async function askedForFee(petition: Petition) {
  const rule = await db.from('deadline_rules').where('clock', 'fee').firstOrFail()
  const { id: amir } = await officer('tarim.amir')
  await db.table('fee_notices').insert({
    ...{ petition_id: petition.id, amount: 1250, covers: FEE_COVERS, asked_by: amir },
    ...{ told_on: DAY, pay_by: DAY, rule_id: rule.id },
  })
}

/** It was answered, and its petitioner objects: the answer, when it arrived, the survey, a promise. */
export async function answeredAndObjected(petition: Petition) {
  const { id, authorityId } = petition
  const of = { petition_id: id, authority_id: authorityId }
  const { id: unitId } = await unit('TAR')
  const tarim = await officer('tarim')
  const text = { public_text: 'Yolunuz onarıldı.', outcome: 'granted', stage: 'concluded' }
  const stepId = await step(petition, { kind: 'concluded', officer_id: tarim.id, ...text })
  await db.table('answer_deliveries').insert({
    ...{ petition_id: id, step_id: stepId, holder: 0, way: 'lookUp', reached_on: DAY },
    ...{ noted_at: NOW },
  })
  const today = DateTime.utc()
  await Survey.create({
    ...{ petitionId: id, authorityId, unitId, stepId, concludedOn: today, linkUntil: today },
    ...{ solved: 'no', words: SURVEY_SAYS, way: 'page', answeredAt: today },
  })
  const rule = await db.from('deadline_rules').where('clock', 'promise').firstOrFail()
  await db.table('objections').insert({
    ...{ ...of, unit_id: unitId, step_id: stepId, rule_id: rule.id, level: 'head', state: 'open' },
    ...{ deciding_id: authorityId, words: SURVEY_SAYS, made_at: NOW, due_on: DAY },
  })
  await db.table('commitments').insert({
    ...{ ...of, unit_id: unitId, text: PROMISE_SAYS, day: DAY, state: 'open' },
    ...{ made_by: tarim.id, made_at: NOW },
  })
  const concluded = { stage: 'concluded', outcome: 'granted', concluded_at: NOW }
  await db.from('petitions').where('id', id).update(concluded)
  await petition.refresh()
}

async function step(petition: Petition, row: object) {
  const { id, unitId } = petition
  const { stage, position } = await rowOf(petition)
  const taken = { petition_id: id, unit_id: unitId, position: position + 1, taken_at: NOW, stage }
  await db.table('steps').insert({ ...taken, ...row })
  await db
    .from('petitions')
    .where('id', id)
    .update({ position: position + 1 })
  const made = await db.from('steps').where({ petition_id: id, position: position + 1 })
  return made[0].id as number
}

function rowOf({ id }: Petition) {
  return db.from('petitions').where('id', id).firstOrFail()
}
