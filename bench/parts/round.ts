import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import db from '@adonisjs/lucid/services/db'
import { Settings } from 'luxon'
import type { Bench } from '../bench.ts'

/** A working day: reminders go out on no other. */
const MORNINGS = ['2026-12-02T09:00:00Z', '2026-12-03T09:00:00Z']
/** Open petitions of the largest house that the figures speak of. */
const OPEN = 5_000
const MOST_SECONDS = 10
const MEGABYTE = 1024 * 1024

/**
 * The daily round over everything that is open: the first time, when all that is late climbs at once, and
 * on the day after. Time, rows and memory; what it wrote is taken away again.
 */
export default async function round(bench: Bench) {
  const { report, database } = bench
  // An e-mail names a page: the server has them, this process does not.
  await import('#start/routes')
  await forgotten()
  await reachable()
  const now = Settings.now
  for (const [at, morning] of MORNINGS.entries()) {
    bench.say(`the round of day ${at + 1}`)
    Settings.now = () => Date.parse(morning)
    let done: Awaited<ReturnType<typeof one>> | null = null
    const counts = await database.count(async () => void (done = await one()))
    const { looked, reminded, told, seconds, grew } = done!
    const share = looked > 0 ? (seconds * OPEN) / Math.max(OPEN, looked) : 0
    const what = `${looked} open, ${reminded} rungs, ${told} told in ${seconds.toFixed(1)} s`
    report.note(`the round of day ${at + 1}: ${what}, ${counts.rows} rows, ${grew} MB more`)
    const floor = `the round of day ${at + 1} takes at most ${MOST_SECONDS} s for ${OPEN} open`
    report.floor(floor, `${share.toFixed(1)} s`, share <= MOST_SECONDS)
    report.floor('a round’s memory stays flat', `${grew} MB`, grew <= 10)
  }
  Settings.now = now
  await forgotten()
}

async function one() {
  const { DailyRounds } = await import('#notification')
  const held: number[] = []
  let cleaning = 0
  const began = performance.now()
  const day = await new DailyRounds({ info() {}, error: console.error }).round((looked, all) => {
    const isFirst = held.length === 0
    if (!isFirst && looked < all) return
    const paused = performance.now()
    held.push(alive())
    cleaning += performance.now() - paused
  })
  const seconds = (performance.now() - began - cleaning) / 1000
  const { looked, reminded, told } = day!
  return { looked, reminded, told, seconds, grew: Math.round(held.at(-1)! - held[0]!) }
}

/** MB that live after a collection. */
function alive() {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed / MEGABYTE
}

/** Everybody has an address, so that everybody is told; nothing is sent by a measurement. */
async function reachable() {
  const { Officer } = await import('#organisation')
  for (const officer of await Officer.query().whereNull('email')) {
    await officer.merge({ email: `${officer.login}@deneme.example` }).save()
  }
}

async function forgotten() {
  const steps: { step_id: number }[] = await db.from('reminders').distinct('step_id')
  await db.from('reminders').delete()
  for (let at = 0; at < steps.length; at += 1000) {
    const ids = steps.slice(at, at + 1000).map(({ step_id: id }) => id)
    await db.from('steps').whereIn('id', ids).delete()
  }
  await db.from('messages').where('event', 'digest').delete()
  await db.from('digests').delete()
  await db.from('daily_rounds').delete()
}
