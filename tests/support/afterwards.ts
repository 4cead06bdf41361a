import type { ApiClient } from '@japa/api-client'
import type { Petition, PetitionDetails, Secret } from '#intake'
import { Answer } from '#response'
import { says } from '#tests/support/at_the_card'
import { atTheUnit, fresh, lookedUp } from '#tests/support/clarifying'
import { officer, REFUSED } from '#tests/support/journey'

export const OBJECTION = 'Yol programdaydı, cevap doğru değil.'

/** A petition that agriculture answered: drafted by `tarim`, approved by `tarim.amir`. */
export async function answered(about: Partial<PetitionDetails> = {}) {
  const { petition, secret } = await atTheUnit(about)
  await (await Answer.draftFor(petition)).submit(REFUSED, await officer('tarim'))
  const waits = await Answer.draftFor(await fresh(petition))
  await waits.approve(await officer('tarim.amir'))
  return { petition: await fresh(petition), secret }
}

/** What its petitioner says of the answer, by number and code. */
export async function saysSolved(
  client: ApiClient,
  petition: Petition,
  secret: Secret,
  fields: Record<string, string>
) {
  const { form } = await lookedUp(client, petition, secret)
  return client.post('/sorgula/cozuldu').form({ opened: form.opened, ...fields })
}

/** Who says that it did not help, and objects. */
export async function objected(client: ApiClient, petition: Petition, secret: Secret) {
  await saysSolved(client, petition, secret, { solved: 'no' })
  const done = await objects(client, petition, secret, OBJECTION)
  done.assertTextIncludes(says('intake.follow.done.objected'))
}

/** The same, who then objects. */
export async function objects(
  client: ApiClient,
  petition: Petition,
  secret: Secret,
  objection: string
) {
  const { form } = await lookedUp(client, petition, secret)
  return client.post('/sorgula/itiraz').form({ opened: form.opened, objection })
}
