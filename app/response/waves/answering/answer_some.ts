import { Petition, PetitionChanged } from '#intake'
import { Catalogue } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { answerOne } from './answer_one.ts'
import type { UnderWay } from './under_way.ts'
import { withMore } from './with_more.ts'
import { claimed, leave, type Work } from './works.ts'

/**
 * Answers a few petitions of a wave, each with the row that says so, so that it is done once, wherever a
 * process ends: in one transaction, and each in its own where one of them is in the way of the others.
 *
 * @param failed is told of one that waits for the next round: somebody works on it, or what went wrong
 */
export async function answerSome(
  works: readonly Work[],
  under: UnderWay,
  failed: (error: unknown) => void
) {
  const ids = works.map(({ petitionId }) => petitionId)
  const seen = await Petition.seenBy(under.head, ids)
  await Petition.knowOwners(seen, under.head)
  const open = new Map(seen.filter((one) => !one.isOwnOf(under.head)).map((one) => [one.id, one]))
  for (const work of works) if (!open.has(work.petitionId)) await leave(work, 'unseen')
  const rest = works.filter(({ petitionId }) => open.has(petitionId))
  try {
    await inOne(rest, open, under)
  } catch (error) {
    if (rest.length === 1) return ended(rest[0]!, error, failed)
    for (const work of rest) {
      await inOne([work], open, under).catch((why: unknown) => ended(work, why, failed))
    }
  }
}

/** @throws PetitionChanged: somebody works on one of them; Refusal */
async function inOne(works: readonly Work[], read: ReadonlyMap<number, Petition>, under: UnderWay) {
  if (works.length === 0) return
  // Read before: inside the transaction SQLite's one connection is taken.
  for (const { authorityId } of read.values()) await Catalogue.of(authorityId)
  await transaction(async (trx) => {
    const waiting = await claimed(works, trx)
    const ids = waiting.map(({ petitionId }) => petitionId)
    const fresh = await Petition.query({ client: trx }).whereIn('id', ids)
    const more = await withMore(ids, trx)
    for (const work of waiting) {
      const petition = fresh.find(({ id }) => id === work.petitionId)
      const shown = read.get(work.petitionId)
      if (!petition || petition.version !== shown?.version) throw new PetitionChanged()
      await answerOne(work, petition, { ...under, hasMore: more.has(petition.id) }, trx)
    }
  })
}

async function ended(work: Work, error: unknown, failed: (error: unknown) => void) {
  if (error instanceof Refusal) return leave(work, 'waits')
  failed(error)
}
