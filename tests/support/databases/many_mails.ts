import db from '@adonisjs/lucid/services/db'
import { insertRows } from '#database/fill'
import { districtId } from '#tests/support/databases/district'

const STATES = ['taken', 'refused', 'ignored', 'proposed']
const EACH = 1000

/** As many mails as a bureau gets in a month of newsletters, of each state. */
export async function manyMails() {
  const at = '2026-01-05 09:00:00'
  const petition = await db.from('petitions').select('id').first()
  const rows = STATES.flatMap((state, place) =>
    Array.from({ length: EACH }, (_, lot) => ({
      ...{ authority_id: districtId(), digest: `${state}${lot}`, holder: `mail:${state}${lot}` },
      ...{ state, reason: state === 'ignored' ? 'list' : null, is_cut: 0, is_unread: 0 },
      petition_id: state === 'taken' ? petition.id : null,
      ...{ arrived_at: at, created_at: `2026-01-05 09:0${place}:00` },
    }))
  )
  await insertRows(db.connection(), 'mails', rows)
}
