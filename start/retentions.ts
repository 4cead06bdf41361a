/** How long each table's rows are kept, or why they stay: a test says that none is missing. */
import { INSIGHT_RETENTION } from '#insight'
import { INTAKE_RETENTION } from '#intake'
import { NOTIFICATION_RETENTION } from '#notification'
import { ORGANISATION_RETENTION } from '#organisation'
import { RESPONSE_RETENTION } from '#response'
import { ROUTING_RETENTION } from '#routing'

export const RETENTIONS = [
  ...NOTIFICATION_RETENTION,
  ...ORGANISATION_RETENTION,
  ...INTAKE_RETENTION,
  ...ROUTING_RETENTION,
  ...RESPONSE_RETENTION,
  ...INSIGHT_RETENTION,
]
