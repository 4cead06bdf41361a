import db from '@adonisjs/lucid/services/db'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import type { WaveAnswer } from '../../models/wave_answer.ts'

/** So many of those that were left stand on the page. */
const SHOWN = 30

/** How far an approved answer has come: answered, left for a person, still waiting; and which were left. */
export async function progressOf({ id, givenTo }: WaveAnswer, officer: Officer) {
  const [waits, leftCount] = [await countOf(id, 'waits'), await countOf(id, 'left')]
  const left = await db
    .from('wave_works')
    .where({ wave_answer_id: id, state: 'left' })
    .orderBy('id')
    .limit(SHOWN)
    .select('petition_id', 'why')
  const seen = await Petition.seenBy(
    officer,
    left.map((row) => row.petition_id)
  )
  return {
    ...{ answered: givenTo - waits - leftCount, waits, leftCount },
    left: left.flatMap((row) => {
      const petition = seen.find((one) => one.id === row.petition_id)
      return petition ? [{ number: petition.number, why: row.why as string }] : []
    }),
  }
}

/** What is answered is the rest: it is never counted, for it only becomes more. */
async function countOf(id: number, state: 'waits' | 'left') {
  const works = db.from('wave_works').where({ wave_answer_id: id, state })
  return Number((await works.count('* as count'))[0].count)
}
