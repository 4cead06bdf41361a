import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { Petition, type Secret } from '#intake'
import { Referral } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { send } from '#tests/support/at_the_card'
import { officer, readAtTheDesk, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

export const QUESTION = 'Hangi sokaktaki lamba yanmıyor?'
const phone = PhoneNumber.parse('0500 012 34 56')

export const fresh = ({ id }: Pick<Petition, 'id'>) => Petition.findOrFail(id)
export const questionsOf = ({ id }: Petition) =>
  db.from('questions').where('petition_id', id).orderBy('id')
export const stepsOf = async ({ id }: Petition, kind: string) =>
  db.from('steps').where({ petition_id: id, kind })
export const told = ({ id }: Petition, event: string) =>
  db.from('messages').where({ petition_id: id, event })

/** A petition of somebody with a telephone, at the agriculture office. */
export async function atTheUnit(about: Parameters<typeof details>[0] = {}) {
  const { petition, secret } = await Petition.receive(details({ phone, ...about }))
  if (petition.kind === 'tipOff') await readAtTheDesk(petition)
  await Referral.make(petition, await unit('TAR'), await officer('sef'))
  return { petition: await fresh(petition), secret }
}

/** The same, asked. */
export async function asked(client: ApiClient, about: Parameters<typeof details>[0] = {}) {
  const { petition: before, secret } = await atTheUnit(about)
  const tarim = await officer('tarim')
  ;(await send(client, tarim, before, 'soru', { question: QUESTION })).assertStatus(303)
  return { petition: await fresh(before), before, secret, tarim }
}

/** The result as its petitioner opens it, and what its form carries. */
export async function lookedUp(client: ApiClient, { number }: Petition, secret: Secret) {
  const page = await client.post('/sorgula').form({ number, secret: secret.text })
  page.assertStatus(200)
  const value = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text())?.[1] ?? ''
  return {
    page,
    form: { opened: value('opened'), token: value('token'), question: value('question') },
  }
}

export function answer(client: ApiClient, form: Record<string, string>, words: string) {
  return client.post('/sorgula/ekle').form({ ...form, words })
}
