import { saidTo, termsOf, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { AnswerExample } from '../models/answer_example.ts'
import { isOrdinary } from './releasable.ts'

/** So many are offered: more nobody reads. */
const MOST = 5
/** Of an example so old half its weight is left: prices, places and rules change. */
const HALF_LIFE = 365
/** What the same subject counts, beside words that both have. */
const SAME_SUBJECT = 1

/** An example as it stands beside a draft. */
export interface Offered {
  id: number
  outcome: string
  text: string
  releasedAt: AnswerExample['releasedAt']
  /** words that it has in common with the petition */
  shared: string[]
}

/** Released answers to petitions like this one: by the words of both, the subject and the age. */
export async function similarExamples(petition: Petition, officer: Officer): Promise<Offered[]> {
  const catalogue = await Catalogue.of(petition.authorityId)
  const { text } = await saidTo(petition, officer)
  const candidates = (await AnswerExample.candidatesFor(petition)).filter(({ subjectId }) =>
    isOrdinary(subjectId, catalogue)
  )
  const wanted = new Set(termsOf(text ?? ''))
  const rarity = rarityIn(candidates.map(({ terms }) => terms.split(' ')))
  return candidates
    .map((one) => {
      const shared = one.terms.split(' ').filter((term) => wanted.has(term))
      const words = shared.reduce((sum, term) => sum + rarity(term), 0)
      const subject = one.subjectId === petition.subjectId ? SAME_SUBJECT : 0
      const age = one.releasedAt.diffNow('days').days / HALF_LIFE
      return { one, shared, weight: (words + subject) * 2 ** age }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || b.one.id - a.one.id)
    .slice(0, MOST)
    .map(({ one: { id, outcome, text: words, releasedAt }, shared }) => ({
      ...{ id, outcome, text: words, releasedAt, shared: shared.slice(0, MOST) },
    }))
}

/** How much a term says among these: one that stands in all of them, nothing. */
function rarityIn(all: readonly string[][]) {
  const counts = new Map<string, number>()
  for (const term of all.flat()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term: string) => Math.log((all.length + 1) / (counts.get(term) ?? 1)) / 10
}
