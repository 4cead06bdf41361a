import type { HttpContext } from '@adonisjs/core/http'
import { isFragment } from '#shared/fragment'
import { givenOf } from '../waves/shown/given_of.ts'
import { wavesOf } from '../waves/shown/waves_of.ts'
import { waveAt } from '../waves/wave_at.ts'
import { wavePage } from '../waves/wave_page.ts'

/** Dalgalar: petitions that say the same, and how one answer is given to them. */
export default class WavesController {
  async index({ view, officer }: HttpContext) {
    return view.render('response/waves/index', { waves: await wavesOf(officer) })
  }

  async show(ctx: HttpContext) {
    const wave = await waveAt(ctx)
    if (isFragment(ctx)) {
      const given = await givenOf(wave, ctx.officer)
      return ctx.view.render('response/waves/_progress', given)
    }
    const page = await wavePage(wave, ctx.officer)
    return ctx.view.render('response/waves/show', { ...page, typed: {} })
  }
}
