import type { HttpContext } from '@adonisjs/core/http'
import { resumeWave, stopWave } from '../waves/answering/stop.ts'
import { takeWave } from '../waves/take_wave.ts'

/** Durdurma: an approved answer is given to no more of its wave, until it goes on. */
export default class WaveStopsController {
  store(ctx: HttpContext) {
    return takeWave(ctx, async (wave) => {
      await stopWave(wave, ctx.officer)
      return { key: 'response.waves.stopped' }
    })
  }

  destroy(ctx: HttpContext) {
    return takeWave(ctx, async (wave) => {
      await resumeWave(wave, ctx.officer)
      return { key: 'response.waves.resumed' }
    })
  }
}
