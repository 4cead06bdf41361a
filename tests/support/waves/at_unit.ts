import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import type { Petition, PetitionDetails } from '#intake'
import { approveWave, groupWaves, newestMember, Wave, WaveRounds, writeWaveAnswer } from '#response'
import { GRANTED, officer, referredTo } from '../journey.js'
import { madeWave } from './made_wave.ts'
import { RUMOURS } from './rumours.ts'

/** A small wave: twelve who say the same, and two who want something besides. */
export const MADE = madeWave(RUMOURS[0]!, 20, { copies: 12, hiding: 2 })

/** All petitions that came are looked at, and read again by what their wave says. */
export function grouped() {
  return groupWaves(DateTime.utc().plus({ minutes: 2 }))
}

/** Petitions of a wave at a unit, and the wave. */
export async function atUnit(about: Partial<PetitionDetails> = {}, made = MADE) {
  await grouped()
  const all: Petition[] = []
  for (const [at, { text }] of made.entries()) {
    all.push(await referredTo('TAR', { text, name: `Ayşe ${at}`, ...about }))
  }
  await grouped()
  const wave = await Wave.query().orderBy('members', 'desc').first()
  return { all, wave: wave! }
}

/** Its one answer, before the head. */
export async function written(wave: Wave) {
  const draft = { ...GRANTED, text: '{numara}: böyle bir destek yoktur.' }
  await writeWaveAnswer(wave, draft, await officer('tarim'), { version: 0, submits: true })
}

/** The head's one approval. @returns to how many it is given */
export async function approved(wave: Wave) {
  await written(wave)
  const until = await newestMember(wave)
  return approveWave(wave, await officer('tarim.amir'), { version: 1, until })
}

/** One after the other: all of a test is one transaction. @param inOne so many are answered together */
export const rounds = (inOne = 1) => new WaveRounds(logger, 0, 1, inOne)
