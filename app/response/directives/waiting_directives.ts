import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { Charge, withPetitions, type Waiting } from '#intake'
import type { Officer } from '#organisation'

interface Row {
  receiver: number | null
  given_by: number
  state: string
  day: string
}

/**
 * The directives of an authority that are not done, for the digest of a day: told to whoever got them,
 * which of a unit is its head, and once they are late to whoever gave them as well.
 */
export async function waitingDirectives(authorityId: number, today: DateTime): Promise<Waiting[]> {
  const open = db
    .from('directives')
    .where('directives.authority_id', authorityId)
    .whereNull('directives.done_at')
    .orderBy('directives.day')
    .select('directives.officer_id as receiver', 'directives.given_by')
    .select('directives.state', 'directives.day')
  const found = await withPetitions<Row>(open, 'directives')
  return Promise.all(
    found.map(async ({ row, petition }) => {
      const charge = await Charge.of(petition)
      return { petition, countsFor: (officer) => countsFor(officer, { row, charge, today }) }
    })
  )
}

function countsFor(
  officer: Officer,
  { row, charge, today }: { row: Row; charge: Charge; today: DateTime }
) {
  const hands = [officer.id, officer.actsFor?.id]
  const heads = charge.isOf(officer) && officer.can('answer.approve')
  const gets = row.receiver === null ? heads : hands.includes(row.receiver)
  const isLate = row.day < today.toISODate()! && (gets || hands.includes(row.given_by))
  return [
    ...(gets && row.state === 'open' ? (['directives'] as const) : []),
    ...(isLate ? (['lateDirectives'] as const) : []),
  ]
}
