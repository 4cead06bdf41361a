import { type Retention } from '#shared/database/retention'

export const ORGANISATION_RETENTION: Retention[] = [
  { table: 'sessions', at: 'expires_at', as: 'framework', by: 'age', after: 'expired' },
  {
    table: 'rate_limits',
    key: 'key',
    at: 'expire',
    as: 'milliseconds',
    by: 'age',
    after: 'forgotten',
  },
  { table: 'sign_ins', at: 'tried_at', after: 'views' },
  { table: 'authorities', keeps: 'who answered stands under each petition' },
  { table: 'units', keeps: 'who answered stands under each petition' },
  { table: 'officers', keeps: 'who did what stands in each petition’s history' },
  { table: 'officer_roles', keeps: 'one for each charge of an officer' },
  { table: 'headings', keeps: 'what petitions are about' },
  { table: 'subjects', keeps: 'what petitions are about' },
  { table: 'holidays', keeps: 'by them each last day can be reckoned again' },
  { table: 'deadline_rules', keeps: 'by them each last day can be reckoned again' },
]
