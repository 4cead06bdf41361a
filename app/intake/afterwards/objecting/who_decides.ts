import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Catalogue, Officer } from '#organisation'
import type { Petition } from '../../models/petition.ts'
import { Step } from '../../models/step.ts'
import { levelAbove, LEVELS, type ObjectionLevel } from './level.ts'
import { mannedAt, type Placed } from './manned.ts'

/** The lowest level from this one on at which somebody works who may decide, and where; null: at none. */
export async function somebodyFrom(
  from: ObjectionLevel,
  placed: Placed,
  trx: TransactionClientContract
) {
  for (const level of LEVELS.slice(LEVELS.indexOf(from))) {
    const decidingId = await mannedAt(level, placed, trx)
    if (decidingId !== null) return { level, decidingId }
  }
  return null
}

/**
 * Who decides, and who is left out. Where nobody stands above whoever gave the answer, the highest there
 * is looks at it again: another one of that level, or were it the same one (law 2577 art. 11: no higher
 * office, the one that acted).
 */
export async function whoDecides(
  from: ObjectionLevel,
  placed: Placed,
  trx: TransactionClientContract
) {
  const somebody = await somebodyFrom(from, placed, trx)
  if (somebody) return { ...somebody, givenBy: placed.givenBy }
  for (const level of LEVELS.toReversed()) {
    const other = await mannedAt(level, placed, trx)
    const decidingId = other ?? (await mannedAt(level, { ...placed, givenBy: null }, trx))
    if (decidingId === null) continue
    return { level, decidingId, givenBy: other === null ? null : placed.givenBy }
  }
  return { level: from, decidingId: placed.petition.authorityId, givenBy: null }
}

/** An answer: the step that gave it, and of which unit it is. */
interface Given {
  stepId: number
  unitId: number
}

/** Who gave an answer, and from which level on what is said against it is decided. */
export async function beginsAt(
  { isAboutBureau, decider }: Petition,
  { stepId, unitId }: Given,
  { bureau }: Catalogue,
  trx: TransactionClientContract
) {
  const step = await Step.findOrFail(stepId, { client: trx })
  const givenBy = step.actedFor ?? step.officerId
  const isForManager = isAboutBureau || decider === 'manager'
  const isBureaus = unitId === bureau.id
  const level = levelAbove({ roles: await rolesOf(givenBy, trx), isBureaus, isForManager })
  return { level, givenBy }
}

async function rolesOf(id: number | null, trx: TransactionClientContract) {
  if (id === null) return []
  const one = await Officer.query({ client: trx }).where({ id }).preload('officerRoles').first()
  return one?.roles ?? []
}
