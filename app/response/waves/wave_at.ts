import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'
import { Wave } from '../models/wave.ts'
import { WaveAnswer } from '../models/wave_answer.ts'
import { someOf } from './shown/some_of.ts'

/** The wave in the address, where the officer's unit has something of it; else there is none. */
export async function waveAt(ctx: HttpContext) {
  const { officer, params } = ctx
  const wave = officer.atUnit === null ? null : await Wave.find(params.id)
  if (!wave || wave.authorityId !== officer.authorityId || wave.learntAt === 0) return notFound(ctx)
  const has =
    (await WaveAnswer.newestOf(wave.id, officer.atUnit!)) ??
    (await someOf(wave, officer, { isCopy: true }))[0] ??
    (await someOf(wave, officer, { isCopy: false }))[0]
  return has ? wave : notFound(ctx)
}
