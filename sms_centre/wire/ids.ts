import { type Base } from '../faults/faults.ts'

/** A message's id as an operator writes it. */
export function inBase(id: number, base: Base): string {
  if (base === 'decimal') return String(id)
  if (base === 'hex') return id.toString(16)
  return id.toString(16).toUpperCase().padStart(10, '0')
}
