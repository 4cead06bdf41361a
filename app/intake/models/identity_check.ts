import { DateTime } from 'luxon'
import { IdentityCheckSchema } from '#database/schema'
import type { Officer } from '#organisation'

/** By what somebody shows who they are: a relative knows the answers to questions as well. */
export const DOCUMENTS = ['identityCard', 'passport', 'drivingLicence', 'residencePermit'] as const
export type Document = (typeof DOCUMENTS)[number]

/** So long what is stored may be shown on the page of whoever checked. */
const LASTS = { hours: 1 }

/** Kimlik kontrolü: an officer saw the document of somebody who has come before. */
export class IdentityCheck extends IdentityCheckSchema {
  static async note({ id, authorityId }: Officer, petitionId: number, document: Document) {
    const row = { authorityId, officerId: id, petitionId, document, checkedAt: DateTime.utc() }
    return this.create(row)
  }

  /** The officer's own of this hour, as the form names it; null for whatever else it names. */
  static async named(id: string, officer: Officer) {
    if (!/^\d{1,9}$/.test(id)) return null
    const check = await this.findBy({ id: Number(id), officerId: officer.id })
    return check && check.checkedAt > DateTime.utc().minus(LASTS) ? check : null
  }
}
