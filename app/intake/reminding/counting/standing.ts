import type { Owner } from '../../own/own.ts'
import type { Standing } from '../../visibility.ts'

/** Of a petition and its petitioner beside it: all that says who hears of it. */
export const STANDING_COLUMNS = [
  ...['authority_id', 'desk', 'circle', 'complained_unit_id', 'unit_id'],
  ...['complained_officer_id', 'complained_authority_id', 'decider'],
]
  .map((column) => `petitions.${column}`)
  .concat('petitioners.national_id_index', 'petitioners.phone_index')

/** The same, as it was read. */
export function standingIn(row: Record<string, never>): Standing & Owner {
  return {
    ...{ authorityId: row.authority_id!, desk: row.desk!, circle: row.circle! },
    ...{ complainedUnitId: row.complained_unit_id ?? null, unitId: row.unit_id! },
    complainedOfficerId: row.complained_officer_id ?? null,
    complainedAuthorityId: row.complained_authority_id ?? null,
    decider: row.decider!,
    nationalIdIndex: row.national_id_index ?? null,
    phoneIndex: row.phone_index ?? null,
  }
}
