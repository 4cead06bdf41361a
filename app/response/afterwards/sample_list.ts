import { Petition, SampleCall } from '#intake'
import type { Officer } from '#organisation'

const PAGE = 30

/**
 * Whom the bureau still has to call, what was drawn first first; a page may end short of what this
 * officer may not see.
 *
 * @param after the id behind which it goes on
 */
export async function sampleList(officer: Officer, after: string) {
  const from = Number(/^\d{1,9}$/.exec(after)?.[0] ?? 0)
  const found = await SampleCall.open(officer.authorityId, from).limit(PAGE + 1)
  const some = found.slice(0, PAGE)
  const ids = some.map(({ petitionId }) => petitionId)
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const rows = some.flatMap(({ id, petitionId, drawnOn }) => {
    const petition = byId.get(petitionId)
    return petition ? [{ id, drawnOn, number: petition.number, on: petition.concludedAt }] : []
  })
  return { rows, next: found.length > PAGE ? some.at(-1)!.id : null }
}
