import { Charge } from '../charge.ts'
import { OPEN_STAGES } from '../stages.ts'

const STAGES = OPEN_STAGES.map(() => '?').join(', ')

/** Whether a reminder still stands, beside its petition; the open stages are its values. */
export const STILL = `petitions.stage in (${STAGES}) and
  reminders.authority_id = petitions.authority_id and reminders.last_day =
  case reminders.clock when 'promise' then petitions.due_on else petitions.legal_due_on end and
  (reminders.rung in ('chief', 'governor') or reminders.unit_id = ${Charge.column})`
