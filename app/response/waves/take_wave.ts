import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { ChecksOpen } from '../checks/open.ts'
import type { Wave } from '../models/wave.ts'
import { waveAt } from './wave_at.ts'
import { wavePage } from './wave_page.ts'

/** Does what a button of a wave's page asks for, and says so there, or what is to be mended. */
export async function takeWave(
  ctx: HttpContext,
  act: (wave: Wave, typed: Typed) => Promise<object>
) {
  const wave = await waveAt(ctx)
  return takeForm(
    ctx,
    'response/waves/show',
    async (typed) => {
      ctx.session.flash('done', await act(wave, typed))
      const to = addressOf('waves.show', ctx.i18n.locale, { id: wave.id })
      return ctx.response.redirect().status(303).toPath(to)
    },
    async (_typed, refusal) => ({
      ...(await wavePage(wave, ctx.officer)),
      ...(refusal instanceof ChecksOpen ? refusal.page : {}),
    })
  )
}
