import db from '@adonisjs/lucid/services/db'
import { Petition, strike, type PetitionDetails } from '#intake'
import { Officer, type Role } from '#organisation'
import { Referral } from '#routing'
import { Answer } from '#response'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'

/** Somebody of the demonstration's district, signed in or not: `masa`, `sef`, `tarim.amir` … */
export async function officer(login: string) {
  return (await Officer.findByOrFail('login', login)).loadRoles()
}

/** Somebody else of that unit, or of none, with these roles and no others. */
export async function newOfficer(login: string, code: string | null, roles: readonly Role[]) {
  const { authorityId } = await officer('sef')
  const unitId = code && (await unit(code)).id
  const named = { login, name: login, folded_name: login, password: '-' }
  const row = { authority_id: authorityId, unit_id: unitId, ...named }
  await db.table('officers').insert(row)
  const person = await Officer.findByOrFail('login', login)
  const rows = roles.map((role) => ({ officer_id: person.id, role }))
  if (rows.length > 0) await db.table('officer_roles').multiInsert(rows)
  return person
}

export async function unit(code: string) {
  const catalogue = await district()
  return catalogue.unitByCode(code)!
}

export async function received(about: Partial<PetitionDetails> = {}) {
  const { petition } = await Petition.receive(details(about))
  return petition
}

/** Nothing gives away who brought it: the desk read it, and shows its place and none of its files. */
export async function readAtTheDesk(petition: Petition, words = petition.text) {
  const { text, place } = petition
  const struck = strike(text, words)
  if ('added' in struck) throw new Error(`not in the text: ${struck.added}`)
  const decided = [
    { thing: 'text', words: struck.words },
    { thing: 'place', words: place },
  ] as const
  const sef = await officer('sef')
  await petition.change((current, trx) => current.strike(decided, sef, trx))
}

/** A petition that the bureau has charged a unit with. */
export async function referredTo(code: string, about: Partial<PetitionDetails> = {}) {
  const petition = await received(about)
  if (petition.kind === 'tipOff') await readAtTheDesk(petition)
  await Referral.make(petition, await unit(code), await officer('sef'))
  return petition
}

/** What the agriculture office answers when it can. */
export const GRANTED = {
  outcome: 'granted',
  ground: null,
  text: 'Yolunuz cuma günü onarılacaktır.',
  reason: null,
  remedy: null,
}

export const REFUSED = {
  outcome: 'refused',
  ground: null,
  text: 'Talebiniz karşılanamamıştır.',
  reason: 'Yol bu yılın programında yoktur.',
  remedy: 'Bu cevaba karşı 60 gün içinde idare mahkemesinde dava açabilirsiniz.',
}

/** A petition whose answer, drafted by `tarim`, lies before the head of agriculture. */
export async function submitted(draft: Parameters<Answer['submit']>[0] = GRANTED) {
  const petition = await referredTo('TAR')
  const answer = await Answer.draftFor(petition)
  await answer.submit(draft, await officer('tarim'))
  return petition
}
