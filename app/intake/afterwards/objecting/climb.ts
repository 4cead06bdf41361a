import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { inTurn } from '../../due/in_turn.ts'
import { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import { LEVELS } from './level.ts'
import { somebodyFrom } from './somebody_at.ts'

/** Days after which one that is still not decided goes up once more. */
const AGAIN = 7
const BELOW_THE_TOP = LEVELS.slice(0, -1)

/**
 * Objections whose day has passed go one level up, where somebody stands there, each by a step of its own.
 *
 * @returns how many
 */
export function climbObjections(day: DateTime, goesOn: () => boolean) {
  const before = day.minus({ days: AGAIN }).toISODate()!
  const late = (after: number, most: number) =>
    Objection.query()
      .where('state', 'open')
      .where('due_on', '<', day.toISODate()!)
      .whereIn('level', [...BELOW_THE_TOP])
      .where((rest) => void rest.whereNull('climbed_on').orWhere('climbed_on', '<=', before))
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
  const up = (petition: Petition, id: number, trx: TransactionClientContract) =>
    climb(petition, { id, day, before }, trx)
  return inTurn(late, up, goesOn)
}

interface At {
  id: number
  day: DateTime
  before: string
}

async function climb(petition: Petition, { id, day, before }: At, trx: TransactionClientContract) {
  const one = await Objection.findOrFail(id, { client: trx })
  if (!one.isOpen || (one.climbedOn && one.climbedOn.toISODate()! > before)) return false
  const above = LEVELS[LEVELS.indexOf(one.level) + 1]
  const level = above && (await somebodyFrom(above, one, trx))
  if (!level) return false
  const alongside = () => one.merge({ level, climbedOn: day }).save()
  await petition.take({ kind: 'objectionClimbed', alongside, trx })
  return true
}
