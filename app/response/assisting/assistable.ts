import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { isHarmless, isOrdinary } from '../examples/releasable.ts'

/**
 * Whether a model may be asked about a petition at all: only of ordinary requests and suggestions in
 * Turkish, on a named subject that is not sensitive, about nobody, open to the house, not urgent. What
 * access to information is given or refused (law 4982) is the law's own reasoning and never a model's.
 */
export async function isAssistable(petition: Petition, officer: Officer) {
  const { kind, locale, urgency, subjectId, complainedAuthorityId } = petition
  const isOrdinaryRequest = kind !== 'informationRequest' && urgency === 'ordinary'
  if (!isHarmless(petition) || !isOrdinaryRequest || locale !== 'tr') return false
  if (complainedAuthorityId || petition.hidesPetitionerFrom(officer)) return false
  return isOrdinary(subjectId, await Catalogue.of(petition.authorityId))
}
