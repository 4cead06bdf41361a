import type { Officer } from '#organisation'
import { atOnce } from '#shared/database/at_once/at_once'
import { Wave } from '../../models/wave.ts'
import { WaveAnswer } from '../../models/wave_answer.ts'
import { answerable } from './answerable.ts'
import { namesOf } from './names_of.ts'

/** So many of the newest of an authority are looked at. */
const NEWEST = 20

/** The waves of which an officer's unit has something to answer, or has answered them; in five statements. */
export async function wavesOf(officer: Officer) {
  if (officer.atUnit === null) return []
  const waves = await Wave.newestOf(officer.authorityId, NEWEST)
  const answers = await atOnce(() =>
    Promise.all(waves.map(({ id }) => WaveAnswer.newestOf(id, officer.atUnit!)))
  )
  const unanswered = waves.filter((_, at) => !answers[at])
  const open = await answerable(unanswered, officer)
  const shown = waves
    .map((wave, at) => ({ wave, answer: answers[at] ?? null }))
    .filter(({ wave, answer }) => answer || open.has(wave.id))
  const names = await namesOf(shown.map(({ wave }) => wave))
  return shown.map(({ wave, answer }, at) => ({
    ...{ id: wave.id, name: names[at]!, copies: wave.copies, apart: wave.apart },
    ...{ beganAt: wave.beganAt, lastAt: wave.lastAt, state: stateOf(answer) },
  }))
}

function stateOf(answer: WaveAnswer | null) {
  if (!answer) return 'none'
  if (answer.endedAt) return 'given'
  if (answer.isApproved) return 'giving'
  return answer.waits ? 'waits' : 'draft'
}
