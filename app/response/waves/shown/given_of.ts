import type { Officer } from '#organisation'
import type { Wave } from '../../models/wave.ts'
import { WaveAnswer } from '../../models/wave_answer.ts'
import { WaveStop } from '../../models/wave_stop.ts'
import { progressOf } from './progress.ts'

/** How the last approved answer of a unit is given: how far it is, and whether somebody stopped it. */
export async function givenOf({ id }: Wave, officer: Officer) {
  const given = await WaveAnswer.lastGivenOf(id, officer.atUnit!)
  if (!given) return { id, progress: null }
  const isStopped = (await WaveStop.standing(given.id).first()) !== null
  return {
    id,
    progress: {
      ...(await progressOf(given, officer)),
      ...{ isGiven: given.isGiven, isStopped },
      mayStop: given.isGiven && officer.can('answer.approve'),
    },
  }
}
