import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { Petition, PetitionJoin, PetitionNumber, Secret, Step, type PetitionDetails } from '#intake'
import { Answer } from '#response'
import { Referral } from '#routing'
import { blindIndex } from '#shared/keys'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { GRANTED, officer, readAtTheDesk, unit } from '#tests/support/journey'

/** A petition that agriculture answered, with the code that opens it, and the step that gave the answer. */
export async function answered(
  about: Partial<PetitionDetails> = {},
  draft: Parameters<Answer['submit']>[0] = GRANTED
) {
  const { petition, secret } = await Petition.receive(details(about))
  if (petition.kind === 'tipOff') await readAtTheDesk(petition)
  await Referral.make(petition, await unit('TAR'), await officer('sef'))
  await (await Answer.draftFor(petition)).submit(draft, await officer('tarim'))
  await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
  await petition.refresh()
  return { petition, secret, step: (await Step.thatConcluded(petition))! }
}

/** What somebody sees who opens it by number and code. */
export function lookedUp(
  client: ApiClient,
  { petition, secret }: { petition: { number: string }; secret: { text: string } }
) {
  return client.post('/sorgula').form({ number: petition.number, secret: secret.text })
}

/** Where the PDFs are to which a citizen's page leads, the one of the answer that counts first. */
export function lettersOn(page: string) {
  return [...page.matchAll(/href="([^"]*\/sorgula\/mektup\/[^"]+)"/g)].map(([, path]) => path!)
}

/** Somebody who joined it, with number and code of their own. */
export async function joinedTo(petition: Petition) {
  const { digits: number } = PetitionNumber.draw(2026)
  const secret = Secret.draw()
  const { subjects } = await district()
  const join = await PetitionJoin.create({
    ...{ petitionId: petition.id, subjectId: subjects[0]!.id, place: 'Akçay Mahallesi', number },
    ...{ email: null, declinesTexts: false, locale: 'tr', tokenDigest: null, withdrawnAt: null },
    ...{ phone: '+905000123457', phoneIndex: blindIndex('phone', '+905000123457') },
    ...{ secretDigest: secret.digest(number), joinedAt: DateTime.utc() },
  })
  return { petition: join, secret }
}
