import { type Retention } from '#shared/database/retention'

export const ROUTING_RETENTION: Retention[] = [
  { table: 'referrals', keeps: 'the petition’s own' },
  { table: 'returns', keeps: 'the petition’s own' },
  { table: 'recalls', keeps: 'the petition’s own' },
  { table: 'unit_notes', keeps: 'the petition’s own' },
  { table: 'forwardings', keeps: 'the petition’s own' },
  { table: 'forwarding_dispatches', keeps: 'the petition’s own' },
  { table: 'forwarding_answers', keeps: 'the petition’s own' },
  { table: 'handovers', keeps: 'the petition’s own' },
  { table: 'suggestion_choices', keeps: 'the petition’s own' },
  { table: 'suggestion_models', keeps: 'the last three versions of each authority' },
  { table: 'kept_filters', keeps: 'an officer’s own: twelve at most' },
  // What it found is looked at before the rule is switched on.
  { table: 'rule_trials', at: 'tried_at', after: 'trials' },
  { table: 'public_days', keeps: 'when people were heard, without a name of any of them' },
  { table: 'public_day_changes', keeps: 'the day’s own' },
  // What came of it is the petition's own.
  { table: 'appointments', at: 'given_at', after: 'appointments' },
]
