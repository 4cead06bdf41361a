import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { isDrawn } from './lot.ts'

const A_PIECE = 100

interface Given {
  id: number
  authority_id: number
  petition_id: number
  step_id: number
  stage: string
  desk: string
  circle: string
}

/**
 * Draws those whom the bureau calls among the answers that were given before this day. Each answer is
 * looked at once, in one transaction with what is drawn: killed anywhere and run again nobody is called
 * twice and nobody passed over.
 *
 * @returns how many were drawn
 */
export async function drawSample(day: DateTime, goesOn: () => boolean) {
  let drawn = 0
  while (goesOn()) {
    const found = await notDrawn(day)
    if (found.length === 0) return drawn
    const chosen = await chosenOf(found)
    await transaction((trx) => keep(found, chosen, day, trx))
    drawn += chosen.length
  }
  return drawn
}

function notDrawn(day: DateTime): Promise<Given[]> {
  return db
    .from('surveys')
    .join('petitions', 'petitions.id', 'surveys.petition_id')
    .whereNull('surveys.drawn_on')
    .where('surveys.concluded_on', '<', day.toISODate()!)
    .orderBy('surveys.id')
    .limit(A_PIECE)
    .select('surveys.id', 'surveys.authority_id', 'surveys.petition_id', 'surveys.step_id')
    .select('petitions.stage', 'petitions.desk', 'petitions.circle')
}

/** What the bureau may see and what is still concluded; each authority has a share of its own. */
async function chosenOf(found: readonly Given[]) {
  const chosen: Given[] = []
  for (const one of found) {
    const isCallable = one.stage === 'concluded' && one.desk === 'bureau' && one.circle === 'house'
    const { authority } = await Catalogue.of(one.authority_id)
    if (isCallable && isDrawn(one.step_id, authority.sampleShare)) chosen.push(one)
  }
  return chosen
}

async function keep(
  found: readonly Given[],
  chosen: readonly Given[],
  day: DateTime,
  trx: TransactionClientContract
) {
  const on = day.toISODate()!
  const ids = found.map(({ id }) => id)
  await trx.from('surveys').whereIn('id', ids).update({ drawn_on: on })
  const rows = chosen.map(({ id: survey_id, authority_id, petition_id }) => {
    return { survey_id, authority_id, petition_id, drawn_on: on }
  })
  if (rows.length === 0) return
  // Another process may draw the same at the same moment.
  await trx.insertQuery().table('sample_calls').multiInsert(rows).knexQuery.onConflict().ignore()
}
