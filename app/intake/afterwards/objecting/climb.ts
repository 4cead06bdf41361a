import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { installation, type Installation } from '#organisation'
import { inTurn } from '../../due/in_turn.ts'
import { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import { LEVELS } from './level.ts'
import { somebodyFrom } from './who_decides.ts'

/** Days after which one that is still not decided goes up once more. */
const AGAIN = 7
const BELOW_THE_TOP = LEVELS.slice(0, -1)

/**
 * Objections whose day has passed go one level up, where somebody stands there, in the authority above
 * after the last one here; each by a step of its own.
 *
 * @returns how many
 */
export async function climbObjections(day: DateTime, goesOn: () => boolean) {
  const all = await installation()
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
    climb(petition, { id, day, before, installation: all }, trx)
  return inTurn(late, up, goesOn)
}

interface At {
  id: number
  day: DateTime
  before: string
  installation: Installation
}

async function climb(
  petition: Petition,
  { id, day, before, installation: all }: At,
  trx: TransactionClientContract
) {
  const one = await Objection.findOrFail(id, { client: trx })
  if (!one.isOpen || (one.climbedOn && one.climbedOn.toISODate()! > before)) return false
  const { level, unitId, givenBy } = one
  const above = LEVELS[LEVELS.indexOf(level) + 1]
  const placed = { petition, unitId, givenBy, installation: all }
  const up = above && (await somebodyFrom(above, placed, trx))
  if (!up) return false
  const alongside = () => one.merge({ ...up, climbedOn: day }).save()
  await petition.take({ kind: 'objectionClimbed', alongside, trx })
  return true
}
