import { Petition, toldOfEach } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { along } from '#shared/database/along'
import { seenPage } from '#shared/database/lists/seen_page'
import { PostedLetter } from '../../models/posted_letter.ts'

export const LETTER_LISTS = ['waiting', 'posted'] as const
type LetterList = (typeof LETTER_LISTS)[number]

/**
 * Postalanacaklar: an authority's letters that wait to be posted, or whose slip has not come back, whatever
 * waits longest first: a page at a time, along an index that holds them so.
 */
export const WaitingLetters = {
  page(officer: Officer, state: LetterList, after: string) {
    return seenPage(
      after,
      (place, limit) => waiting(officer, state, place).limit(limit),
      (some) => rowsOf(some, officer)
    )
  },
}

function waiting({ authorityId }: Officer, state: LetterList, place: number) {
  return PostedLetter.query()
    .from(along('posted_letters', ['authority_id', 'state', 'id']))
    .where({ authority_id: authorityId, state })
    .where('id', '>', place)
    .orderBy('id')
}

async function rowsOf(some: PostedLetter[], officer: Officer) {
  const ids = [...new Set(some.map(({ petitionId }) => petitionId))]
  const seen = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  await Petition.knowOwners(seen, officer)
  const theirs = seen.filter((one) => !one.hidesPetitionerFrom(officer) && !one.isOwnOf(officer))
  const catalogue = await Catalogue.of(officer.authorityId)
  const told = await toldOfEach(theirs.map(({ id }) => id))
  return some.flatMap((letter) => {
    const petition = theirs.find(({ id }) => id === letter.petitionId)
    const to = told.find(({ petitionId }) => petitionId === letter.petitionId)
    if (!petition || !to) return []
    const address = letter.address ?? to.address
    const about = catalogue.subject(petition.subjectId)?.nameIn(officer.locale) ?? null
    return [{ ...letter.facts, petition, about, address, name: to.name }]
  })
}
