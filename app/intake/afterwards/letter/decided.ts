import type { DateTime } from 'luxon'
import { Objection } from '../../models/objection.ts'

export type Decided = Objection & {
  state: 'upheld' | 'rejected'
  letter: string
  decidedAt: DateTime
}

/** The objection of a petition once it is decided; null: there is none, or it waits. */
export async function decidedOf(petition: { id: number }) {
  const found = await Objection.of(petition)
  return found && !found.isOpen && found.letter && found.decidedAt ? (found as Decided) : null
}
