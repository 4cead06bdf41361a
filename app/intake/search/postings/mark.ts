import { OneRow } from '#shared/database/following/one_row'

/** How far the postings have come. */
interface Mark {
  /** all steps up to this one are followed */
  step_id: number
  /** during a rebuilding, all petitions up to this one are written anew */
  rebuilt_to: number | null
  rebuild_until: number
  /** all changes of names up to this one are followed */
  change_id: number
  /** and of the next one the petitions up to this one */
  renamed_to: number
}

export const mark = new OneRow<Mark>('search_marks')
export const AT_THE_BEGINNING: Mark = {
  ...{ step_id: 0, rebuilt_to: null, rebuild_until: 0, change_id: 0, renamed_to: 0 },
}
