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
  { table: 'password_slips', at: 'issued_at', after: 'views' },
  { table: 'authorities', keeps: 'who answered stands under each petition' },
  { table: 'opening_hours', keeps: 'when the office is open' },
  { table: 'neighbourhoods', keeps: 'which places there are' },
  { table: 'setup_words', keeps: 'one at most, gone once the first authority is there' },
  { table: 'units', keeps: 'who answered stands under each petition' },
  { table: 'unit_names', keeps: 'by them papers of before have the name of their day' },
  { table: 'officers', keeps: 'who did what stands in each petition’s history' },
  { table: 'officer_roles', keeps: 'one for each charge of an officer' },
  { table: 'headings', keeps: 'what petitions are about' },
  { table: 'subjects', keeps: 'what petitions are about' },
  { table: 'subject_questions', keeps: 'answers name the one that was asked' },
  { table: 'holidays', keeps: 'by them each last day can be reckoned again' },
  {
    table: 'routing_rules',
    keeps: 'which unit is proposed for what; switched off, not taken away',
  },
  { table: 'changes', keeps: 'who changed what of an authority is never taken away' },
  {
    table: 'substitutions',
    keeps: 'by them what was done in somebody’s place can be judged later',
  },
  { table: 'imports', at: 'keep_until', by: 'age', after: 'expired' },
  { table: 'deadline_rules', keeps: 'by them each last day can be reckoned again' },
  { table: 'reminder_rules', keeps: 'by them each reminder can be explained' },
]
