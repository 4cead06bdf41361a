import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Officer, type Role } from '#organisation'
import { LEVELS, type ObjectionLevel } from './level.ts'

const ROLE: Record<ObjectionLevel, Role> = {
  head: 'unitHead',
  chief: 'bureauChief',
  manager: 'manager',
}

interface Placed {
  authorityId: number
  unitId: number
  /** who gave the answer, and does not decide; null: nobody is left out */
  givenBy: number | null
}

/** The lowest level from this one on at which somebody works who may decide; null: at none. */
export async function somebodyFrom(
  from: ObjectionLevel,
  placed: Placed,
  trx: TransactionClientContract
) {
  for (const level of LEVELS.slice(LEVELS.indexOf(from))) {
    if (await isManned(level, placed, trx)) return level
  }
  return null
}

/**
 * Who decides, and who is left out. Where nobody stands above whoever gave the answer, the highest there
 * is looks at it again, were it the same one (law 2577 art. 11: no higher office, the one that acted).
 */
export async function whoDecides(
  from: ObjectionLevel,
  placed: Placed,
  trx: TransactionClientContract
) {
  const above = await somebodyFrom(from, placed, trx)
  if (above) return { level: above, givenBy: placed.givenBy }
  const all = { ...placed, givenBy: null }
  for (const level of LEVELS.toReversed()) {
    if (await isManned(level, all, trx)) return { level, givenBy: null }
  }
  return { level: from, givenBy: null }
}

async function isManned(
  level: ObjectionLevel,
  { authorityId, unitId, givenBy }: Placed,
  trx: TransactionClientContract
) {
  const of = { authorityId, roles: [ROLE[level]], ...(level === 'head' && { unitId }) }
  const some = await Officer.atWork(of, trx).limit(2)
  return some.some(({ id }) => id !== givenBy)
}
