import { type Retention } from '#shared/database/retention'

/** The petition's own rows stay in this version; nobody has decided yet who takes them away. */
const PETITION = 'the petition’s own'

export const INTAKE_RETENTION: Retention[] = [
  { table: 'views', at: 'viewed_at', after: 'views' },
  { table: 'inquiries', at: 'made_at', after: 'views' },
  { table: 'identity_checks', at: 'checked_at', after: 'views' },
  { table: 'parked_forms', at: 'expires_at', after: 'forgotten' },
  { table: 'read_backs', keeps: PETITION },
  { table: 'deadlines', keeps: PETITION },
  { table: 'fee_notices', keeps: PETITION },
  { table: 'office_times', at: 'met_at', after: 'views' },
  { table: 'reckonings', keeps: 'each petition names the two that give its last days' },
  { table: 'calendar_moves', keeps: 'which days off moved whose last days' },
  { table: 'telephone_codes', at: 'expires_at', after: 'expired' },
  { table: 'telephone_pages', at: 'expires_at', after: 'expired' },
  {
    table: 'outage_forms',
    at: 'arrived_at',
    after: 'views',
    only: (forms) => void forms.where('is_open', false),
  },
  { table: 'petitions', keeps: PETITION },
  { table: 'petition_terms', at: 'received_at', after: 'alike' },
  { table: 'petition_joins', keeps: PETITION },
  { table: 'search_postings', keeps: 'goes with the text that it is of (forgetEntries)' },
  { table: 'search_entries', keeps: 'goes with the text that it is of (forgetEntries)' },
  { table: 'search_spellings', keeps: 'goes with the last text that says so (unlearn)' },
  { table: 'search_marks', keeps: 'one row: how far the postings have come' },
  { table: 'urgencies', keeps: PETITION },
  { table: 'reminders', keeps: PETITION },
  { table: 'climbed_tallies', keeps: 'counted by each round anew' },
  { table: 'daily_rounds', at: 'day', as: 'day', after: 'views' },
  { table: 'last_looks', keeps: 'one of an officer and a unit' },
  { table: 'petitioners', keeps: PETITION },
  { table: 'representatives', keeps: PETITION },
  { table: 'papers', keeps: PETITION },
  { table: 'own_words', keeps: PETITION },
  { table: 'petition_statistics', keeps: PETITION },
  {
    table: 'attachments',
    keeps: 'the petition’s own; a draft’s go with it (attachment_rounds.ts)',
  },
  { table: 'waiting_rooms', keeps: 'one row of an authority' },
  { table: 'queue_tickets', at: 'taken_at', after: 'tickets' },
  { table: 'queue_tallies', at: 'day', as: 'day', after: 'tickets' },
  { table: 'counters', keeps: 'one row of an officer' },
  { table: 'onlookers', keeps: 'one row of an officer' },
  { table: 'strikings', keeps: PETITION },
  { table: 'additions', keeps: PETITION },
  { table: 'amendments', keeps: PETITION },
  { table: 'questions', keeps: PETITION },
  {
    table: 'mails',
    at: 'created_at',
    after: 'mails',
    only: (old) => void old.whereNot('state', 'proposed'),
    async along(ids, trx) {
      const holders = trx.from('mails').whereIn('id', ids).select('holder')
      await trx.from('attachments').whereIn('holder', holders).whereNull('petition_id').delete()
    },
  },
  { table: 'mail_accounts', keeps: 'one for each mailbox: how far it was read' },
  { table: 'steps', keeps: PETITION },
  { table: 'petition_readers', keeps: PETITION },
  { table: 'privacy_notices', keeps: 'petitions name the one that was shown' },
]
