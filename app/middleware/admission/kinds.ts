import { AFTER_THE_ANSWER, ON_PAPER } from './routes/after_the_answer.ts'
import { BESIDE_A_DRAFT } from './routes/beside_a_draft.ts'
import { WAVES } from './routes/waves.ts'

/** How much of one kind of work is done at once, and when it is refused. */
export interface Limits {
  /** at most so many under way */
  atOnce: number
  /** so many more may wait for their turn, a fraction of a second long */
  waiting: number
  /** None is begun any more from this fullness of the process on (1: it is full; gate.ts). */
  upTo: number
  /** Needs no database: is not counted among what makes the process full. */
  isLight?: boolean
}

/**
 * What a request asks for, in the order in which it is refused: first who asks for officers' pages
 * and is none yet, then what an officer can look at later, at last what a citizen came for. Pages are
 * the citizens' that need no database: they cost next to nothing, and a receipt with its number is one
 * of them.
 */
export const KINDS = {
  strangers: { atOnce: 4, waiting: 8, upTo: 0.5 },
  lists: { atOnce: 8, waiting: 16, upTo: 0.5 },
  signIns: { atOnce: 4, waiting: 8, upTo: 0.7 },
  work: { atOnce: 12, waiting: 24, upTo: 0.7 },
  reports: { atOnce: 8, waiting: 16, upTo: 0.8 },
  lookUps: { atOnce: 32, waiting: 32, upTo: 1 },
  petitions: { atOnce: 32, waiting: 32, upTo: 1.25 },
  // Slow, and mostly waiting for the line and the disk.
  uploads: { atOnce: 24, waiting: 24, upTo: 1.25, isLight: true },
  pages: { atOnce: 64, waiting: 64, upTo: 1.5, isLight: true },
} satisfies Record<string, Limits>

export type Kind = keyof typeof KINDS

/** Of which kind each route is, by its name; `tests` say that none is missing. */
export const ROUTES: Record<Kind, readonly string[]> = {
  // By no route: officers' pages, asked for without a session.
  strangers: [],
  lists: [
    ...[
      'queue.index',
      'previews.show',
      'inbox.index',
      'loads.index',
      'register.index',
      'searches.store',
      'figures.index',
      'acceptances.index',
    ],
    'posted_letters.index',
    ...['missed.index', 'missed_counts.show', 'gateways.index', 'message_templates.index'],
    'ready_texts.index',
    ...['addresses.edit', 'addresses.update'],
    ...['administration.index', 'changes.index', 'imports.index', 'handovers.index'],
    ...['accesses.index', 'outage_forms.index', 'forwarding_lists.index'],
    ...['units.index', 'subjects.index', 'headings.edit', 'officers.index'],
    ...['substitutions.index'],
    ...['calendar.index', 'neighbourhoods.index', 'mails.index', 'routing_rules.index'],
    ...['rule_trials.store', 'return_pairs.index', 'solved.index', 'promises.index'],
    ...['public_days.index', 'queue_tickets.index', 'answer_examples.index'],
  ],
  signIns: ['sessions.store', 'setups.create', 'setups.store'],
  work: [
    ...['sessions.create', 'sessions.destroy', 'sign_outs.store', 'resumptions.show'],
    ...[
      'accounts.show',
      'preferences.store',
      'desk.create',
      'desk.store',
      'desk_warnings.store',
      'desk_questions.store',
      'desk_files.store',
      'desk.edit',
      'parked_forms.index',
      'parked_forms.store',
      'parked_forms.update',
      'read_backs.store',
      'proposals.store',
      'desk_people.store',
      'identity_checks.store',
      'identity_checks.update',
      'desk_telephones.show',
      'desk_telephone_files.show',
      'desk_receipts.show',
      'outages.show',
      'outage_lines.show',
      'outage_forms.store',
      'outage_forms.edit',
      'outage_forms.update',
    ],
    ...[
      'cards.show',
      'letters.show',
      'letter_papers.show',
      'attachments.show',
      'signing_sheets.show',
      'slip_comparisons.create',
      'slip_comparisons.store',
      'strikings.edit',
      'strikings.update',
      'namings.edit',
      'namings.update',
      ...['merges.show', 'merges.store', 'merges.destroy'],
      'amendments.edit',
      'amendments.update',
      'recognitions.create',
      'recognitions.store',
      'recognitions.update',
      ...['counter_checks.create', 'counter_checks.store', 'counter_checks.update'],
      ...['counter_talks.create', 'counter_talks.store'],
      'card_files.create',
      'card_files.store',
      'referrals.store',
      'referral_lots.store',
      'onlookers.show',
      'onlookers.destroy',
      'kept_filters.index',
      'kept_filters.store',
      'kept_filters.update',
      'kept_filters.destroy',
      'forwardings.store',
      'returns.store',
      'recalls.store',
      'unit_notes.store',
      'unit_questions.index',
      'unit_questions.show',
      'unit_questions.store',
      'unit_questions.update',
      'unit_questions.destroy',
      'progress_questions.store',
    ],
    ...['forwarding_letters.show', 'forwarding_letters.update', 'forwarding_papers.show'],
    ...['forwarding_dispatches.store', 'forwarding_answers.store'],
    ...BESIDE_A_DRAFT,
    ...['handovers.store', 'handbacks.store', 'last_days.show', 'law_extensions.store'],
    ...['neighbours.show', 'assignments.store', 'assignments.edit', 'assignments.update'],
    ...['extensions.store', 'extensions.update', 'fee_notices.store', 'fee_notices.update'],
    ...[
      'restrictions.store',
      'restrictions.destroy',
      'urgencies.update',
      'urgencies.destroy',
      'contacts.store',
      ...['contact_plans.index', 'contact_plans.create', 'contact_plans.store'],
      ...['contact_plans.update', 'contact_plans.destroy', 'ways_on.store', 'awaited.index'],
      'plan_outcomes.store',
      ...['visit_rounds.show', 'visit_rounds.store'],
      ...['ready_messages.create', 'ready_messages.store'],
      'questions.store',
      'questions.update',
      'questions.destroy',
      'question_answers.store',
      'readings.store',
      'answers.store',
    ],
    ...WAVES,
    ...['approvals.show', 'approval_lots.index', 'approval_lots.show', 'approval_lots.store'],
    ...AFTER_THE_ANSWER,
    ...['take_backs.store', 'take_overs.store'],
    ...['approvals.store', 'revisions.store', 'corrections.store', 'messages.index'],
    ...ON_PAPER,
    ...['resendings.store', 'calls.create', 'calls.store', 'silences.store', 'silences.destroy'],
    ...['secrets.store', 'test_messages.show', 'test_messages.create', 'test_messages.store'],
    ...['gateway_pauses.store', 'gateway_pauses.destroy', 'message_templates.edit'],
    ...['imports.store', 'imports.show', 'imports.update', 'imports.destroy', 'exports.show'],
    ...['holidays.create', 'holidays.store', 'holidays.edit', 'holidays.update'],
    ...['holidays.destroy', 'deadline_rules.edit', 'deadline_rules.update'],
    ...['deadline_rules.destroy', 'reminder_rules.edit', 'reminder_rules.update'],
    ...['reminder_rules.destroy'],
    ...['message_templates.update', 'template_previews.store', 'template_defaults.store'],
    ...['units.create', 'units.store', 'units.edit', 'units.update'],
    ...['unit_closings.store', 'unit_closings.destroy'],
    ...['subjects.create', 'subjects.store', 'subjects.edit', 'subjects.update'],
    ...[
      'subject_moves.store',
      'subject_closings.store',
      'subject_closings.destroy',
      'subject_mergers.store',
    ],
    ...['subject_questions.create', 'subject_questions.store', 'subject_questions.edit'],
    ...['subject_questions.update', 'question_moves.store', 'question_closings.store'],
    ...['question_closings.destroy', 'routing_rules.create', 'routing_rules.store'],
    ...['routing_rules.edit', 'routing_rules.update', 'rule_trials.show'],
    ...['rule_switchings.store', 'rule_switchings.destroy'],
    ...['headings.create', 'headings.store', 'headings.update', 'heading_moves.store'],
    ...['heading_closings.store', 'heading_closings.destroy'],
    ...['officers.create', 'officers.store', 'officers.show', 'officers.edit', 'officers.update'],
    ...['officer_slips.store', 'officer_slips.show', 'officer_unlocks.store'],
    ...['officer_sessions.destroy', 'leavings.create', 'leavings.store', 'leavings.destroy'],
    ...['substitutions.create', 'substitutions.store', 'substitutions.show'],
    ...['substitution_endings.store', 'own_substitutions.index', 'own_substitutions.store'],
    ...['own_substitutions.destroy', 'stand_ins.store', 'stand_ins.destroy'],
    ...['own_identities.edit', 'own_identities.update'],
    ...['accounts.update', 'passwords.edit', 'passwords.update', 'own_sessions.destroy'],
    ...['password_links.edit', 'password_links.update'],
    ...['offices.show', 'offices.update'],
    ...['privacy_notices.edit', 'privacy_notices.update', 'privacy_notices.show'],
    ...['notice_previews.store', 'neighbourhoods.store', 'neighbourhoods.edit'],
    ...['neighbourhoods.update', 'neighbourhood_closings.store'],
    ...['neighbourhood_closings.destroy'],
    ...['mails.show', 'mail_forms.create', 'mail_accounts.show'],
    ...['mail_refusals.store', 'mail_refusals.destroy'],
    ...['public_days.create', 'public_days.store', 'public_days.show', 'programmes.show'],
    ...['public_days.edit', 'public_days.update', 'public_days.destroy'],
    'appointment_calls.store',
    ...['minutes.show', 'appointments.store', 'appointments.destroy', 'appointment_notes.store'],
    ...['kiosks.edit', 'kiosks.update', 'counters.update', 'queue_days.show'],
    ...['queue_calls.show', 'queue_calls.store', 'queue_calls.update', 'queue_calls.destroy'],
    'queue_absences.store',
    ...['draft_sittings.store', 'draft_sittings.destroy', 'answer_versions.index'],
    ...['offered_texts.index', 'offered_texts.store', 'interim_answers.create'],
    ...['answer_replacements.create', 'answer_replacements.store', 'answer_replacements.update'],
    ...['interim_answers.store', 'interim_answers.update', 'ready_texts.create'],
    ...['ready_texts.store', 'ready_texts.edit', 'ready_texts.update'],
  ],
  reports: ['delivery_receipts.store'],
  lookUps: [
    ...['lookups.store', 'answer_files.show', 'telephone_codes.store', 'own_petitions.store'],
    ...['telephone_files.create', 'answer_letters.show', 'survey_links.create'],
  ],
  petitions: [
    ...['petitions.store', 'withdrawals.store', 'withdrawals.destroy', 'joins.destroy'],
    ...['telephones.store', 'telephones.update', 'kiosk_tickets.store'],
    ...['surveys.store', 'objections.store', 'survey_links.store'],
  ],
  uploads: ['attachments.store', 'telephone_files.store', 'additions.store'],
  pages: [
    ...['home.show', 'petitions.create', 'receipts.show', 'lookups.create', 'notices.show'],
    ...['setups.show', 'warnings.store', 'form_questions.store', 'telephone_codes.create'],
    ...['petition_pages.create', 'petition_pages.store', 'join_receipts.show'],
    ...['slip_checks.create', 'slip_checks.store', 'slip_files.show'],
    ...['kiosk_tickets.create', 'kiosk_tickets.show', 'boards.show'],
  ],
}

const kinds = new Map(
  Object.entries(ROUTES).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind]))
)

/** Is never refused: styles and files come out of memory or off the disk, and a page is bare without. */
export const FREE = ['styles.show']

/** Null where it is free. An address that does not exist is a page like others. */
export function kindOf(route: string | undefined): Kind | null {
  if (FREE.includes(route ?? '')) return null
  return kinds.get(route?.replace(/^(en\.)?(office\.)?/, '') ?? '') ?? 'pages'
}

/** What only officers do; without a session all that comes of it is the sign-in form. */
export const OFFICERS: readonly Kind[] = ['lists', 'work']

/** Nothing of it is kept by anybody: whoever sends it again loses nothing and doubles nothing. */
export const LOOKS: readonly Kind[] = ['lists', 'signIns', 'lookUps', 'pages']
