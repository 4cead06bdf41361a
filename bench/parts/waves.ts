import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { Catalogue, Officer } from '#organisation'
import { approveWave, groupWaves, newestMember, Wave, WaveRounds, writeWaveAnswer } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { details } from '#tests/support/petitions'
import { madeWave } from '#tests/support/waves/made_wave'
import { RUMOURS } from '#tests/support/waves/rumours'
import type { Bench } from '../bench.ts'
import { pulledOut } from '../pieces/waves.ts'

/** Seconds within which all are concluded. */
const LONGEST = 60
const ANSWER = {
  ...{ outcome: 'informed', ground: null, reason: null, remedy: null },
  text: '{numara} numaralı başvurunuz için: böyle bir destek yoktur.',
}

/** Dalga: who wants something besides is told from 5,000 copies, and one approval answers all. */
export default async function waves(bench: Bench) {
  const { report, say } = bench
  for (const { name, apart, wrong } of pulledOut()) {
    report.floor(`${name}: 98 % of those with a need are pulled out`, percent(apart), apart >= 0.98)
    report.floor(`${name}: 5 % of the copies with them at most`, percent(wrong), wrong <= 0.05)
  }
  const { authorityId } = await Officer.findByOrFail('login', 'sef')
  await Catalogue.of(authorityId)
  await groupAll()
  say('5,200 petitions of a wave come in')
  for (const [at, { text }] of madeWave(RUMOURS[0]!, 2026).entries()) {
    const phone = PhoneNumber.parse(`0500 ${String(9_000_000 + at)}`)
    await Petition.receive({ ...details({ text, phone }), authorityId }, { isAnother: true })
  }
  const began = performance.now()
  await groupAll()
  report.note(`They are found to be a wave in ${seconds(began)} s`)
  await answerAll(bench)
}

async function answerAll({ report, say }: Bench) {
  const wave = await Wave.query().orderBy('members', 'desc').firstOrFail()
  const [writer, head] = [await known('masa'), await known('sef')]
  await writeWaveAnswer(wave, ANSWER, writer, { version: 0, submits: true })
  say('one approval')
  const began = performance.now()
  const until = await newestMember(wave)
  const count = await approveWave(wave, head, { version: 1, until })
  await new WaveRounds(logger).all()
  const took = seconds(began)
  const states = db.from('wave_works').groupBy('state').select('state').count('* as count')
  report.note(`Of ${count}: ${JSON.stringify(await states)}`)
  report.floor(`all are answered within ${LONGEST} s`, `${took} s`, took <= LONGEST)
  const twice = await db
    .from('answers')
    .groupBy('petition_id')
    .havingRaw('count(*) > 1')
    .whereIn('petition_id', db.from('wave_works').select('petition_id'))
    .select('petition_id')
  report.floor('none is answered twice', twice.length, twice.length === 0)
}

/** Also those that came in this moment. */
function groupAll() {
  return groupWaves(DateTime.utc().plus({ minutes: 2 }))
}

async function known(login: string) {
  return (await Officer.findByOrFail('login', login)).loadRoles()
}

function seconds(began: number) {
  return Math.round((performance.now() - began) / 100) / 10
}

function percent(share: number) {
  return `${(100 * share).toFixed(1)} %`
}
