import { belongingTo, Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { masked } from './mask.ts'
import { answerToRelease } from './releasable.ts'

/** A petition whose answer this officer may release, with the masked words to be read; null: none. */
export async function toRead(officer: Officer, number: string) {
  const petition = await Petition.findFor(officer, number)
  const answer = petition && (await answerToRelease(petition, officer))
  if (!answer) return null
  const { places } = await Catalogue.of(petition.authorityId)
  const { names } = await belongingTo(petition, officer)
  const words = [answer.text, answer.reason].filter(Boolean).join('\n\n')
  return { petition, answer, text: masked(words, { names, places }) }
}
