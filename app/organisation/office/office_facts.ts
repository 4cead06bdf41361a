import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { noteChange, type Author, type Facts } from '../changes/change_log.ts'
import { Authority } from '../models/authority.ts'
import type { ChangedField } from '../models/change.ts'
import { hoursSentence, type OpenOn } from './hours_words.ts'
import type { Promise7 } from './promise.ts'
import { saidQuietHours } from './quiet_hours.ts'

/** As it is kept now, with its hours. */
export function officeAt(id: number, client: TransactionClientContract) {
  return Authority.query({ client }).where({ id }).preload('openingHours').firstOrFail()
}

/** What stands about an authority, as people read it. */
export function factsOf(row: Authority, hours: readonly OpenOn[], promise: Promise7 | null): Facts {
  const { name, address, phone, email, duty, dutyPhone, sender } = row
  const tick = (is: boolean) => (is ? '✓' : null)
  return {
    ...{ name, address, phone, email },
    openingHours: hoursSentence(hours, 'tr') || null,
    hours: row.hours,
    ...{ duty, dutyPhone, sender },
    quietHours: saidQuietHours(row.quietHours),
    promise: promise && PROMISED[promise],
    sampleShare: String(row.sampleShare),
    selfApproval: tick(row.selfApproval),
    interimApproval: tick(row.interimApproval),
    asksStatistics: tick(row.asksStatistics),
    callsNumbers: tick(row.callsNumbers),
    metropolitan: tick(row.metropolitan),
  }
}

const PROMISED = { calendar: '7 gün', working: '7 iş günü' }

/** Keeps what changed of it. */
export function noteOffice(
  { id, name }: Authority,
  fields: ChangedField[],
  author: Author,
  trx: TransactionClientContract
) {
  const about = { authorityId: id, thing: 'authority', thingId: id, name } as const
  return noteChange({ ...about, sort: 'amended', fields }, author, trx)
}
