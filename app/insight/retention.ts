import { type Retention } from '#shared/database/retention'

/** Counts hold nothing of anybody; those of weeks that no page shows any more go. */
export const INSIGHT_RETENTION: Retention[] = [
  { table: 'tallies', key: 'name', at: 'week', as: 'day', after: 'receipts' },
  { table: 'counted_petitions', keeps: 'as what each petition was counted' },
  { table: 'tally_marks', keeps: 'how far the count has come' },
  { table: 'text_marks', keeps: 'how far the count has come' },
]
