import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { Catalogue, Officer } from '#organisation'
import { approveWave, groupWaves, newestMember, Wave, writeWaveAnswer } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { details } from '#tests/support/petitions'
import { madeWave } from '#tests/support/waves/made_wave'
import { RUMOURS } from '#tests/support/waves/rumours'
import type { Bench } from '../bench.ts'
import { givenTwice, startWorker, twoWorkers } from '../pieces/wave_given.ts'
import { pulledOut } from '../pieces/waves.ts'
import type { Program } from '../processes.ts'
import { percent } from '../report.ts'

/** Seconds within which all are concluded. */
const LONGEST = 60
/** Of so many copies one hides a need besides. */
const HIDES_ONE_OF = 25
const ANSWER = {
  ...{ outcome: 'informed', ground: null, reason: null, remedy: null },
  text: '{numara} numaralı başvurunuz için: böyle bir destek yoktur.',
}

/** Dalga: who wants something besides is told from 5,000 copies, and one approval answers all. */
export default async function waves(bench: Bench) {
  const { report, say, sizes } = bench
  for (const { name, apart, wrong } of pulledOut()) {
    report.floor(`${name}: 98 % of those with a need are pulled out`, percent(apart), apart >= 0.98)
    report.floor(`${name}: 5 % of the copies with them at most`, percent(wrong), wrong <= 0.05)
  }
  const { authorityId } = await Officer.findByOrFail('login', 'sef')
  await Catalogue.of(authorityId)
  await groupAll()
  const worker = startWorker(bench)
  const size = { copies: sizes.copies, hiding: Math.ceil(sizes.copies / HIDES_ONE_OF) }
  const made = madeWave(RUMOURS[0]!, 2026, size)
  say(`${made.length} petitions of a wave come in`)
  for (const [at, { text }] of made.entries()) {
    const phone = PhoneNumber.parse(`0500 ${String(9_000_000 + at)}`)
    await Petition.receive({ ...details({ text, phone }), authorityId }, { isAnother: true })
  }
  const began = performance.now()
  await groupAll()
  report.note(`They are found to be a wave in ${secondsSince(began)} s`)
  await answerAll(bench, worker)
}

async function answerAll(bench: Bench, worker: Program) {
  const { report, say } = bench
  const wave = await Wave.query().orderBy('members', 'desc').firstOrFail()
  const [writer, head] = [await known('masa'), await known('sef')]
  await writeWaveAnswer(wave, ANSWER, writer, { version: 0, submits: true })
  const until = await newestMember(wave)
  say('one approval, and a worker that is killed when a third are answered')
  const began = performance.now()
  const count = await approveWave(wave, head, { version: 1, until })
  await twoWorkers(bench, worker, { count, seconds: 5 * LONGEST })
  const took = secondsSince(began)
  const states = db.from('wave_works').groupBy('state').select('state').count('* as count')
  report.note(`Of ${wave.members} members ${count}: ${JSON.stringify(await states)}`)
  report.floor(`all are answered within ${LONGEST} s`, `${took} s`, took <= LONGEST)
  for (const [what, wrong] of await givenTwice()) report.floor(what, wrong, wrong === 0)
}

/** Also those that came in this moment. */
function groupAll() {
  return groupWaves(DateTime.utc().plus({ minutes: 2 }))
}

async function known(login: string) {
  return (await Officer.findByOrFail('login', login)).loadRoles()
}

function secondsSince(began: number) {
  return Math.round((performance.now() - began) / 100) / 10
}
