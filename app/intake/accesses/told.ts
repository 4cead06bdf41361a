import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { keptBy, tracedBy } from '../visibility/kept.ts'

interface Told {
  id: number
  number: string
}

/**
 * Of these petitions those of which the list of accesses may tell its reader, with their numbers; what
 * the reader's authority handed over and keeps among them.
 */
export async function toldOf<T extends string | number>(
  reader: Officer,
  authorityId: number,
  by: 'id' | 'number',
  among: readonly T[]
): Promise<Told[]> {
  if (among.length === 0) return []
  const columns = ['petitions.id', 'petitions.number']
  const known = db
    .from('petitions')
    .select(columns)
    .whereIn(`petitions.${by}`, [...among])
  const told: Told[] = await tracedBy(known, reader, authorityId)
  const others = among.filter((one) => !told.some((row) => row[by] === one))
  if (others.length === 0 || !reader.can('handovers.see')) return told
  const kept = db
    .from('petitions')
    .join('petition_readers', 'petition_readers.petition_id', 'petitions.id')
    .select(columns)
    .whereIn(`petitions.${by}`, others)
  return [...told, ...(await keptBy(kept, reader))]
}
