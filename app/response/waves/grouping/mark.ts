import { OneRow } from '#shared/database/following/one_row'

/** How far petitions were looked at, by their steps. */
export const mark = new OneRow<{ step_id: number }>('wave_marks')
