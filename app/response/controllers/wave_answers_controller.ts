import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { draftIn } from '../card/typed.ts'
import { approveWave, sendBackWave } from '../waves/answering/approve.ts'
import { writeAnswer } from '../waves/answering/write.ts'
import type { Wave } from '../models/wave.ts'
import { waveAt } from '../waves/wave_at.ts'
import { wavePage } from '../waves/wave_page.ts'

const PAGE = 'response/waves/show'

/** The one answer to a wave: written, put before the head, approved or sent back. */
export default class WaveAnswersController {
  store(ctx: HttpContext) {
    return this.#take(ctx, async (wave, typed) => {
      const submits = typed.text('intent') === 'submit'
      await writeAnswer(wave, draftIn(typed), ctx.officer, { ...shown(typed), submits })
      return { key: submits ? 'response.waves.submitted' : 'response.waves.kept' }
    })
  }

  update(ctx: HttpContext) {
    return this.#take(ctx, async (wave, typed) => {
      const until = Number(typed.text('upTo')) || 0
      const count = await approveWave(wave, ctx.officer, { ...shown(typed), until })
      return { key: 'response.waves.approved', params: { count } }
    })
  }

  destroy(ctx: HttpContext) {
    return this.#take(ctx, async (wave, typed) => {
      await sendBackWave(wave, ctx.officer, shown(typed))
      return { key: 'response.waves.sentBack' }
    })
  }

  async #take(ctx: HttpContext, act: (wave: Wave, typed: Typed) => Promise<object>) {
    const wave = await waveAt(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        ctx.session.flash('done', await act(wave, typed))
        const to = addressOf('waves.show', ctx.i18n.locale, { id: wave.id })
        return ctx.response.redirect().status(303).toPath(to)
      },
      () => wavePage(wave, ctx.officer)
    )
  }
}

function shown(typed: Typed) {
  return { version: Number(typed.text('version')) || 0 }
}
