import db from '@adonisjs/lucid/services/db'
import { Catalogue, type Officer, type Rung } from '#organisation'
import { notOwn } from '../own/not_own.ts'
import { OPEN_STAGES } from '../stages.ts'
import { readableBy } from '../visibility.ts'
import { STILL } from './still.ts'

/** So many stand on a page. */
const SHOWN = 10
/** By each of its clocks a petition climbs to the same one. */
const OFTEN = 2

/** Open petitions that have climbed to this officer, the latest first, as far as they may work on them. */
export async function climbedTo(officer: Officer) {
  const found = await Promise.all(
    (await placesOf(officer)).map((place) => numbersAt(place, officer))
  )
  const numbers = [...new Set(found.flat())]
  return { numbers: numbers.slice(0, SHOWN), more: numbers.length > SHOWN }
}

type Place = readonly [rung: Rung, unitId: number]

/** Where a petition has climbed to that has reached this officer. */
async function placesOf(officer: Officer): Promise<Place[]> {
  const { id: bureau } = (await Catalogue.of(officer.authorityId)).bureau
  const has = (role: (typeof officer.roles)[number]) => officer.roles.includes(role)
  return [
    ...(has('unitHead') && officer.atUnit ? [['head', officer.atUnit] as const] : []),
    ...(has('bureauChief') ? [['head', bureau] as const, ['chief', bureau] as const] : []),
    ...(has('manager') ? [['governor', bureau] as const] : []),
  ]
}

async function numbersAt([rung, unitId]: Place, officer: Officer) {
  const query = db
    .from('reminders')
    .join('petitions', 'petitions.id', 'reminders.petition_id')
    .where({ 'reminders.unit_id': unitId, 'reminders.rung': rung })
    .whereNull('reminders.until')
    .whereRaw(STILL, [...OPEN_STAGES])
    .orderBy('reminders.id', 'desc')
    .limit(OFTEN * SHOWN + 1)
    .select('petitions.number')
  const rows: { number: string }[] = await readableBy(notOwn(query, officer), officer)
  return rows.map(({ number }) => number)
}
