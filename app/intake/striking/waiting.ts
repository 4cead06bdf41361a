import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { Charge } from '../charge.ts'
import { UNIT_STAGES } from '../stages.ts'
import { readableBy } from '../visibility.ts'

/** So many are named; the others follow as these are done. */
const NAMED = 30

interface Row {
  number: string
}

/**
 * Tip-offs that lie with units and wait for the desk nevertheless, the longest first: words were added
 * that it reads before the unit, or a unit asks something that it passes on. Of the officer's own
 * authority.
 */
export async function waitingAtDesk(officer: Officer) {
  const added = db
    .from('additions')
    .join('petitions', 'petitions.id', 'additions.petition_id')
    .where('additions.is_held', true)
    .orderBy('additions.id')
  const asked = db
    .from('questions')
    .join('petitions', 'petitions.id', 'questions.petition_id')
    .whereNull('questions.passed_at')
    .whereColumn('questions.unit_id', Charge.column)
    .whereIn('petitions.stage', [...UNIT_STAGES])
    .orderBy('questions.id')
  const found = await Promise.all([added, asked].map((query) => numbersOf(query, officer)))
  return { added: found[0]!, asked: found[1]! }
}

async function numbersOf(query: ReturnType<typeof db.from>, officer: Officer) {
  const { authorityId } = officer
  const own = readableBy(query, officer, { authorityId }).where(
    'petitions.authority_id',
    authorityId
  )
  const rows: Row[] = await own.select('petitions.number').limit(NAMED)
  return [...new Set(rows.map(({ number }) => number))]
}
