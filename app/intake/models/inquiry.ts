import { DateTime } from 'luxon'
import { InquirySchema } from '#database/schema'
import type { Officer } from '#organisation'
import { blindIndex } from '#shared/keys'

/** By what a register is searched for somebody, and the kind under which that is kept. */
const KINDS = { number: 'number', nationalIdIndex: 'nationalId', phoneIndex: 'phone' } as const

type Keys = Partial<Record<keyof typeof KINDS, string>>

/**
 * Arama kaydı: an officer looked for somebody in the register. What was typed is not kept, only a keyed
 * digest, by which all searches for the same person or petition are found again.
 */
export class Inquiry extends InquirySchema {
  /** One row for each thing that the words can be. */
  static async note(officer: Officer, filters: Keys[]) {
    const madeAt = DateTime.utc()
    const rows = filters.flatMap((filter) =>
      Object.entries(filter).map(([key, value]) => ({
        officerId: officer.id,
        kind: KINDS[key as keyof Keys],
        digest: blindIndex('inquiry', value),
        madeAt,
      }))
    )
    await this.createMany(rows)
  }
}
