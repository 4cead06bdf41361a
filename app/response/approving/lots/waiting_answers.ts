import { Catalogue, type Officer } from '#organisation'
import { Answer } from '../../models/answer.ts'
import { AnswerCheck } from '../../models/answer_check.ts'
import { mayApprove } from '../../own_draft.ts'
import { waitingFor } from '../waiting.ts'
import { sameWords } from './same_words.ts'

/** Pages of thirty: of so many that wait, those of one text are found. */
const PAGES = 4

/** What is read alone, however alike its answer is: what complains about somebody, tells on them, or is restricted. */
interface Delicate {
  kind: string
  complained: boolean
  restricted: boolean
}

function isReadAlone({ kind, complained, restricted }: Delicate) {
  return kind === 'tipOff' || complained || restricted
}

/**
 * Of what waits for this head, what may be approved along with others: each with what its text comes to.
 * What its author sent on in spite of a check, or with a model's proposal, is read alone as well, with that
 * beside it. That it is the same as others' is no such check here: why it is stands in its line.
 */
export async function waitingAnswers(officer: Officer) {
  const rows = (await waitingFor(officer, PAGES)).filter((row) => !isReadAlone(row))
  const answers = await submittedOf(rows, officer)
  const noted = await AnswerCheck.passedOver([...answers.values()])
  return rows.flatMap((row) => {
    const answer = answers.get(row.id)
    if (!answer) return []
    const own = noted.filter(({ answerId }) => answerId === answer.id)
    const why = own.find(({ sort }) => sort === 'alike')?.reason ?? null
    const isAlone = own.some(({ sort }) => sort !== 'alike')
    return isAlone ? [] : [{ row, answer, why, words: sameWords(answer, row) }]
  })
}

/** The newest of each petition; none that is the officer's own to have approved by another. */
async function submittedOf(rows: readonly { id: number }[], officer: Officer) {
  if (rows.length === 0) return new Map<number, Answer>()
  const answers = await Answer.query()
    .whereIn(
      'petition_id',
      rows.map(({ id }) => id)
    )
    .where('unit_id', officer.atUnit!)
    .whereNotNull('submitted_at')
    .orderBy('id')
  const { authority } = await Catalogue.of(officer.authorityId)
  const may = answers.filter((answer) => mayApprove(answer, officer, authority))
  return new Map(may.map((answer) => [answer.petitionId, answer]))
}
