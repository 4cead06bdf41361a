import { Import } from '../models/import.ts'
import type { Officer } from '../models/officer.ts'

const PAGE = 30

/** What was taken out of files lately; what nobody confirmed is its officer's alone. */
export const ImportsList = {
  async latest({ authorityId }: Officer) {
    const columns = ['id', 'token', 'sort', 'file_name', 'officer_id', 'added', 'amended']
    return Import.query()
      .where('authority_id', authorityId)
      .whereNotNull('done_at')
      .select([...columns, 'read_at', 'done_at', 'undone_at', 'keep_until'])
      .preload('officer')
      .orderBy('id', 'desc')
      .limit(PAGE)
  },

  /** By its address: before it is done for whoever read the file alone; null for everybody else. */
  async find(token: string, { id, authorityId }: Officer) {
    if (!/^[a-f\d]{32}$/.test(token)) return null
    const row = await Import.query().where({ token, authority_id: authorityId }).first()
    return row && (row.doneAt || row.officerId === id) ? row : null
  },
}
