import { DateTime } from 'luxon'
import { IdentityCheckSchema } from '#database/schema'
import type { Officer } from '#organisation'
import type { ToldPerson as Role } from '../brought/words.ts'

/** By what somebody shows who they are: a relative knows the answers to questions as well. */
export const DOCUMENTS = ['identityCard', 'passport', 'drivingLicence', 'residencePermit'] as const
export type Document = (typeof DOCUMENTS)[number]

/** So long what is stored may be shown on the page of whoever checked. */
const LASTS = { hours: 1 }

/** Kimlik kontrolü: an officer saw the document of somebody who has come before. */
export class IdentityCheck extends IdentityCheckSchema {
  /** As who that one stands in the petition. */
  declare role: Role

  static async note(
    { id, authorityId }: Officer,
    { ids, role }: { ids: number[]; role: Role },
    document: Document | 'telephone'
  ) {
    const by = { authorityId, officerId: id, checkedAt: DateTime.utc() }
    return this.create({ ...by, petitionId: ids[0]!, role, document })
  }

  /** The officer's own of this hour, as the form names it; null for whatever else it names. */
  static async named(id: string, officer: Officer) {
    if (!/^\d{1,9}$/.test(id)) return null
    const check = await this.findBy({ id: Number(id), officerId: officer.id })
    return check && check.checkedAt > DateTime.utc().minus(LASTS) ? check : null
  }
}
