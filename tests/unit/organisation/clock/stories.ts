import { readFileSync } from 'node:fs'
import type { Act, OffDay, Story } from './oracle.ts'

/** Numbers below another one, the same in each run (mulberry32, public domain). */
export function lot(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
export type Lot = ReturnType<typeof lot>

export const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
export const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The country's days off from 2024 to 2030, half days and the leave of 2024 among them. */
export const HOLIDAYS: OffDay[] = readFileSync('database/seeders/data/holidays.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([day, portion]) => ({ day: dayNumber(day!), portion: portion as OffDay['portion'] }))

const FIRST = dayNumber('2024-01-01')
const DAYS = dayNumber('2030-09-01') - FIRST
const PORTIONS = ['full', 'full', 'full', 'am', 'pm'] as const

/** A petition received on some day, and what befalls its clock in the weeks after. */
export function story(random: Lot): Story {
  const received = FIRST + random(DAYS)
  const holidays = HOLIDAYS.filter(({ day }) => day > received - 40 && day < received + 160)
  const working = random(2) === 0
  const rolls = random(3) > 0
  const amount = working ? 1 + random(30) : 1 + random(45)
  const acts: Act[] = []
  let on = received
  for (let times = random(7); times > 0; times--) {
    on += random(9)
    acts.push(act(random, on, received))
  }
  return { received, amount, working, rolls, holidays, acts }
}

function act(random: Lot, on: number, received: number): Act {
  const does = random(15)
  if (does < 3) return { on, does: 'leave', off: leave(random, received) }
  if (does < 5) return { on, does: 'ask', by: on + 1 + random(9) }
  if (does < 7) return { on, does: 'answer' }
  if (does < 10) return { on, does: 'fee', by: on + 1 + random(25) }
  if (does < 13) return { on, does: 'paid' }
  return { on, does: 'extend', to: on + 1 + random(30) }
}

/** Leave of some days in a row, before or behind the day on which it is entered. */
function leave(random: Lot, received: number): OffDay[] {
  const first = received + random(50)
  const days = Array.from({ length: 1 + random(4) }, (_, at) => first + at)
  return days.map((day) => ({ day, portion: PORTIONS[random(PORTIONS.length)]! }))
}
