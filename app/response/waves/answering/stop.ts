import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import type { Wave } from '../../models/wave.ts'
import { WaveAnswer } from '../../models/wave_answer.ts'
import { WaveStop } from '../../models/wave_stop.ts'

/**
 * What is answered stays answered; the rest waits until somebody lets it go on. Pressed twice it is
 * stopped once.
 *
 * @throws Refusal where nothing is given any more
 */
export function stopWave(wave: Wave, officer: Officer) {
  return transaction(async (trx) => {
    const answer = await WaveAnswer.lastGivenOf(wave.id, officer.atUnit!, trx)
    if (!answer?.isGiven) throw new Refusal({ field: 'wave', rule: 'notGiven' })
    if (await WaveStop.standing(answer.id, trx).first()) return
    await WaveStop.make(answer, officer, trx)
  })
}

/** From the first one that waits. @throws Refusal where nothing waits any more */
export function resumeWave(wave: Wave, officer: Officer) {
  return transaction(async (trx) => {
    const answer = await WaveAnswer.lastGivenOf(wave.id, officer.atUnit!, trx)
    if (!answer?.isGiven) throw new Refusal({ field: 'wave', rule: 'notGiven' })
    await WaveStop.resume(answer, officer, trx)
  })
}
