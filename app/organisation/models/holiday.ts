import { HolidaySchema } from '#database/schema'

/** `full`, `am` (until 13.00) or `pm` (from 13.00 on) */
export const PORTIONS = ['full', 'am', 'pm'] as const
export type Portion = (typeof PORTIONS)[number]

/** Idari izin, and resmî tatil by law 2429, which is the whole country's. */
export const HOLIDAY_KINDS = ['administrative', 'statutory'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

/**
 * Resmî tatil or idari izin: a whole day or a half of one. Without authority: everywhere; `forTree`:
 * also for all that stand below that authority.
 */
export class Holiday extends HolidaySchema {
  /** The days off that count for an authority, with those above it. */
  static async thatCountAt(
    authorityId: number,
    above: readonly number[],
    year?: number
  ): Promise<Holiday[]> {
    const rows = this.query().whereNull('closed_at')
    if (year) void rows.whereBetween('day', [`${year}-01-01`, `${year}-12-31`])
    rows.where((whose) => {
      void whose.where('authority_id', authorityId).orWhereNull('authority_id')
      if (above.length === 0) return
      void whose.orWhere((of) => of.whereIn('authority_id', [...above]).where('for_tree', true))
    })
    return rows.orderBy('day').orderBy('id')
  }
}
