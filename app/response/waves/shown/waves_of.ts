import type { Officer } from '#organisation'
import { Wave } from '../../models/wave.ts'
import { WaveAnswer } from '../../models/wave_answer.ts'
import { nameOf } from '../wave_page.ts'
import { someOf } from './some_of.ts'

/** So many of the newest of an authority are looked at. */
const NEWEST = 20

/** The waves of which an officer's unit has something to answer, or has answered them. */
export async function wavesOf(officer: Officer) {
  if (officer.atUnit === null) return []
  const waves = await Wave.newestOf(officer.authorityId, NEWEST)
  const lines = []
  for (const wave of waves) {
    const answer = await WaveAnswer.newestOf(wave.id, officer.atUnit)
    const [first] = answer ? [null] : await someOf(wave, officer, { isCopy: true })
    if (!answer && !first) continue
    lines.push({
      ...{ id: wave.id, name: nameOf(wave), copies: wave.copies, apart: wave.apart },
      ...{ beganAt: wave.beganAt, lastAt: wave.lastAt, state: stateOf(answer) },
    })
  }
  return lines
}

function stateOf(answer: WaveAnswer | null) {
  if (!answer) return 'none'
  if (answer.endedAt) return 'given'
  if (answer.isApproved) return 'giving'
  return answer.waits ? 'waits' : 'draft'
}
