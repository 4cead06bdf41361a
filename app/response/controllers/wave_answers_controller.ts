import type { HttpContext } from '@adonisjs/core/http'
import type { Typed } from '#shared/typed/typed'
import { draftIn } from '../card/typed.ts'
import { approveWave, sendBackWave } from '../waves/answering/approve.ts'
import { writeAnswer } from '../waves/answering/write.ts'
import { checkedForWave } from '../waves/checking/passed.ts'
import { takeWave } from '../waves/take_wave.ts'

/** The one answer to a wave: written, put before the head, approved or sent back. */
export default class WaveAnswersController {
  store(ctx: HttpContext) {
    const { officer } = ctx
    return takeWave(ctx, async (wave, typed) => {
      const submits = typed.text('intent') === 'submit'
      const draft = draftIn(typed)
      const noted = submits ? await checkedForWave(wave, draft, officer, typed) : []
      await writeAnswer(wave, draft, officer, { ...shown(typed), submits, noted })
      return { key: submits ? 'response.waves.submitted' : 'response.waves.kept' }
    })
  }

  update(ctx: HttpContext) {
    return takeWave(ctx, async (wave, typed) => {
      const until = Number(typed.text('upTo')) || 0
      const count = await approveWave(wave, ctx.officer, { ...shown(typed), until })
      return { key: 'response.waves.approved', params: { count } }
    })
  }

  destroy(ctx: HttpContext) {
    return takeWave(ctx, async (wave, typed) => {
      await sendBackWave(wave, ctx.officer, shown(typed))
      return { key: 'response.waves.sentBack' }
    })
  }
}

function shown(typed: Typed) {
  return { version: Number(typed.text('version')) || 0 }
}
