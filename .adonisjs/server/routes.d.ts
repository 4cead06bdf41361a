import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'styles.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'lookups.create': { paramsTuple?: []; params?: {} }
    'lookups.store': { paramsTuple?: []; params?: {} }
    'withdrawals.store': { paramsTuple?: []; params?: {} }
    'withdrawals.destroy': { paramsTuple?: []; params?: {} }
    'surveys.store': { paramsTuple?: []; params?: {} }
    'objections.store': { paramsTuple?: []; params?: {} }
    'survey_links.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'survey_links.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'telephones.store': { paramsTuple?: []; params?: {} }
    'telephones.update': { paramsTuple?: []; params?: {} }
    'joins.destroy': { paramsTuple?: []; params?: {} }
    'telephone_codes.create': { paramsTuple?: []; params?: {} }
    'telephone_codes.store': { paramsTuple?: []; params?: {} }
    'own_petitions.store': { paramsTuple?: []; params?: {} }
    'answer_files.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'answer_letters.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'slip_checks.create': { paramsTuple?: []; params?: {} }
    'slip_checks.store': { paramsTuple?: []; params?: {} }
    'slip_files.show': { paramsTuple?: []; params?: {} }
    'petitions.create': { paramsTuple?: []; params?: {} }
    'petitions.store': { paramsTuple?: []; params?: {} }
    'warnings.store': { paramsTuple?: []; params?: {} }
    'form_questions.store': { paramsTuple?: []; params?: {} }
    'petition_pages.create': { paramsTuple?: []; params?: {} }
    'petition_pages.store': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'join_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'notices.show': { paramsTuple?: []; params?: {} }
    'boards.show': { paramsTuple?: []; params?: {} }
    'additions.store': { paramsTuple?: []; params?: {} }
    'attachments.store': { paramsTuple?: []; params?: {} }
    'telephone_files.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'telephone_files.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.home.show': { paramsTuple?: []; params?: {} }
    'en.lookups.create': { paramsTuple?: []; params?: {} }
    'en.lookups.store': { paramsTuple?: []; params?: {} }
    'en.withdrawals.store': { paramsTuple?: []; params?: {} }
    'en.withdrawals.destroy': { paramsTuple?: []; params?: {} }
    'en.surveys.store': { paramsTuple?: []; params?: {} }
    'en.objections.store': { paramsTuple?: []; params?: {} }
    'en.survey_links.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.survey_links.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.telephones.store': { paramsTuple?: []; params?: {} }
    'en.telephones.update': { paramsTuple?: []; params?: {} }
    'en.joins.destroy': { paramsTuple?: []; params?: {} }
    'en.telephone_codes.create': { paramsTuple?: []; params?: {} }
    'en.telephone_codes.store': { paramsTuple?: []; params?: {} }
    'en.own_petitions.store': { paramsTuple?: []; params?: {} }
    'en.answer_files.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.answer_letters.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.slip_checks.create': { paramsTuple?: []; params?: {} }
    'en.slip_checks.store': { paramsTuple?: []; params?: {} }
    'en.slip_files.show': { paramsTuple?: []; params?: {} }
    'en.petitions.create': { paramsTuple?: []; params?: {} }
    'en.petitions.store': { paramsTuple?: []; params?: {} }
    'en.warnings.store': { paramsTuple?: []; params?: {} }
    'en.form_questions.store': { paramsTuple?: []; params?: {} }
    'en.petition_pages.create': { paramsTuple?: []; params?: {} }
    'en.petition_pages.store': { paramsTuple?: []; params?: {} }
    'en.receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.join_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.notices.show': { paramsTuple?: []; params?: {} }
    'en.boards.show': { paramsTuple?: []; params?: {} }
    'en.additions.store': { paramsTuple?: []; params?: {} }
    'en.attachments.store': { paramsTuple?: []; params?: {} }
    'en.telephone_files.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.telephone_files.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'kiosk_tickets.create': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'kiosk_tickets.store': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'kiosk_tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kiosk': ParamValue,'ticket': ParamValue} }
    'en.kiosk_tickets.create': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'en.kiosk_tickets.store': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'en.kiosk_tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kiosk': ParamValue,'ticket': ParamValue} }
    'setups.show': { paramsTuple?: []; params?: {} }
    'setups.create': { paramsTuple?: []; params?: {} }
    'setups.store': { paramsTuple?: []; params?: {} }
    'en.setups.show': { paramsTuple?: []; params?: {} }
    'en.setups.create': { paramsTuple?: []; params?: {} }
    'en.setups.store': { paramsTuple?: []; params?: {} }
    'delivery_receipts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'gateway': ParamValue,'secret': ParamValue} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'password_links.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_links.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'sign_outs.store': { paramsTuple?: []; params?: {} }
    'resumptions.show': { paramsTuple?: []; params?: {} }
    'accounts.show': { paramsTuple?: []; params?: {} }
    'accounts.update': { paramsTuple?: []; params?: {} }
    'passwords.edit': { paramsTuple?: []; params?: {} }
    'passwords.update': { paramsTuple?: []; params?: {} }
    'own_identities.edit': { paramsTuple?: []; params?: {} }
    'own_identities.update': { paramsTuple?: []; params?: {} }
    'own_sessions.destroy': { paramsTuple?: []; params?: {} }
    'own_substitutions.index': { paramsTuple?: []; params?: {} }
    'own_substitutions.store': { paramsTuple?: []; params?: {} }
    'own_substitutions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'stand_ins.store': { paramsTuple?: []; params?: {} }
    'stand_ins.destroy': { paramsTuple?: []; params?: {} }
    'preferences.store': { paramsTuple?: []; params?: {} }
    'desk.create': { paramsTuple?: []; params?: {} }
    'desk.store': { paramsTuple?: []; params?: {} }
    'desk_people.store': { paramsTuple?: []; params?: {} }
    'identity_checks.store': { paramsTuple?: []; params?: {} }
    'identity_checks.update': { paramsTuple?: []; params?: {} }
    'desk.edit': { paramsTuple?: []; params?: {} }
    'parked_forms.store': { paramsTuple?: []; params?: {} }
    'parked_forms.index': { paramsTuple?: []; params?: {} }
    'parked_forms.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_warnings.store': { paramsTuple?: []; params?: {} }
    'desk_telephones.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_telephone_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_questions.store': { paramsTuple?: []; params?: {} }
    'outages.show': { paramsTuple?: []; params?: {} }
    'outage_lines.show': { paramsTuple?: []; params?: {} }
    'outage_forms.index': { paramsTuple?: []; params?: {} }
    'outage_forms.store': { paramsTuple?: []; params?: {} }
    'outage_forms.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'outage_forms.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_forms.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_refusals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_refusals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_tickets.index': { paramsTuple?: []; params?: {} }
    'queue_calls.show': { paramsTuple?: []; params?: {} }
    'queue_calls.store': { paramsTuple?: []; params?: {} }
    'counters.update': { paramsTuple?: []; params?: {} }
    'queue_calls.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_calls.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_absences.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_days.show': { paramsTuple?: []; params?: {} }
    'kiosks.edit': { paramsTuple?: []; params?: {} }
    'kiosks.update': { paramsTuple?: []; params?: {} }
    'proposals.store': { paramsTuple?: []; params?: {} }
    'read_backs.store': { paramsTuple?: []; params?: {} }
    'queue.index': { paramsTuple?: []; params?: {} }
    'previews.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'kept_filters.index': { paramsTuple?: []; params?: {} }
    'kept_filters.store': { paramsTuple?: []; params?: {} }
    'kept_filters.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kept_filters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'referral_lots.store': { paramsTuple?: []; params?: {} }
    'handovers.index': { paramsTuple?: []; params?: {} }
    'forwarding_lists.index': { paramsTuple?: []; params?: {} }
    'public_days.index': { paramsTuple?: []; params?: {} }
    'public_days.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'programmes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'minutes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'public_days.create': { paramsTuple?: []; params?: {} }
    'public_days.store': { paramsTuple?: []; params?: {} }
    'public_days.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'public_days.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'public_days.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'appointments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'appointment_notes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'appointment': ParamValue} }
    'appointments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'appointment': ParamValue} }
    'appointment_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'appointment': ParamValue} }
    'inbox.index': { paramsTuple?: []; params?: {} }
    'loads.index': { paramsTuple?: []; params?: {} }
    'unit_questions.index': { paramsTuple?: []; params?: {} }
    'unit_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'unit_questions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'commitments.index': { paramsTuple?: []; params?: {} }
    'contact_plans.index': { paramsTuple?: []; params?: {} }
    'visit_rounds.show': { paramsTuple?: []; params?: {} }
    'visit_rounds.store': { paramsTuple?: []; params?: {} }
    'directives.index': { paramsTuple?: []; params?: {} }
    'directives.create': { paramsTuple?: []; params?: {} }
    'directives.store': { paramsTuple?: []; params?: {} }
    'objection_decisions.index': { paramsTuple?: []; params?: {} }
    'sample_calls.index': { paramsTuple?: []; params?: {} }
    'sample_calls.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sample_calls.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'awaited.index': { paramsTuple?: []; params?: {} }
    'approval_lots.index': { paramsTuple?: []; params?: {} }
    'approval_lots.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approval_lots.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.index': { paramsTuple?: []; params?: {} }
    'answer_examples.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'waves.index': { paramsTuple?: []; params?: {} }
    'waves.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_answers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_answers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_answers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_stops.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_stops.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ready_texts.index': { paramsTuple?: []; params?: {} }
    'ready_texts.create': { paramsTuple?: []; params?: {} }
    'ready_texts.store': { paramsTuple?: []; params?: {} }
    'ready_texts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ready_texts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'assistants.show': { paramsTuple?: []; params?: {} }
    'cards.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'last_days.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'letters.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'letter_papers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'referrals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwardings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'handovers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'handbacks.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'returns.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recalls.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'unit_notes.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'unit_questions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'unit_questions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'progress_questions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'urgencies.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'urgencies.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'questions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'questions.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'questions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'question_answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'extensions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'extensions.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'law_extensions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'fee_notices.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'fee_notices.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_talks.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'check': ParamValue} }
    'counter_talks.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'check': ParamValue} }
    'readings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contacts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contact_plans.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contact_plans.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contact_plans.update': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'plan': ParamValue} }
    'contact_plans.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'plan': ParamValue} }
    'plan_outcomes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'plan': ParamValue} }
    'ways_on.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_checks.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'example_insertions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'draft_proposals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'proposal_confirmations.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'wants.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'wants.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'draft_sittings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'draft_sittings.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_versions.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'offered_texts.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'offered_texts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'commitments.update': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'commitments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'directive_answers.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'directive_answers.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'directive_answers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'objection_decisions.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'objection_decisions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'take_backs.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'take_overs.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'corrections.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'revisions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'neighbours.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_letters.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_letters.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_papers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_dispatches.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'card_files.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'id': ParamValue} }
    'onlookers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'onlookers.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'signing_sheets.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'slip_comparisons.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'slip_comparisons.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'strikings.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'strikings.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'namings.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'namings.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'amendments.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'amendments.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'messages.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'ready_messages.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'ready_messages.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'resendings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'calls.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'silences.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'silences.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'secrets.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'deliveries.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'deliveries.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'paper_wishes.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'paper_wishes.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'posted_letters.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'posted_letters.update': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'letter_returns.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'letter_arrivals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'posted_letters.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'missed.index': { paramsTuple?: []; params?: {} }
    'missed_counts.show': { paramsTuple?: []; params?: {} }
    'posted_letters.index': { paramsTuple?: []; params?: {} }
    'address_labels.show': { paramsTuple?: []; params?: {} }
    'register.index': { paramsTuple?: []; params?: {} }
    'searches.store': { paramsTuple?: []; params?: {} }
    'mail_accounts.show': { paramsTuple?: []; params?: {} }
    'gateways.index': { paramsTuple?: []; params?: {} }
    'test_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'test_messages.create': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'test_messages.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.destroy': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'acceptances.index': { paramsTuple?: []; params?: {} }
    'figures.index': { paramsTuple?: []; params?: {} }
    'return_pairs.index': { paramsTuple?: []; params?: {} }
    'promises.index': { paramsTuple?: []; params?: {} }
    'solved.index': { paramsTuple?: []; params?: {} }
    'message_templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'message_templates.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_previews.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_defaults.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'administration.index': { paramsTuple?: []; params?: {} }
    'addresses.edit': { paramsTuple?: []; params?: {} }
    'addresses.update': { paramsTuple?: []; params?: {} }
    'changes.index': { paramsTuple?: []; params?: {} }
    'accesses.index': { paramsTuple?: []; params?: {} }
    'units.index': { paramsTuple?: []; params?: {} }
    'units.create': { paramsTuple?: []; params?: {} }
    'units.store': { paramsTuple?: []; params?: {} }
    'units.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'units.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'unit_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'unit_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subjects.index': { paramsTuple?: []; params?: {} }
    'subjects.create': { paramsTuple?: []; params?: {} }
    'subjects.store': { paramsTuple?: []; params?: {} }
    'subjects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subjects.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_moves.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_mergers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'headings.create': { paramsTuple?: []; params?: {} }
    'headings.store': { paramsTuple?: []; params?: {} }
    'headings.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'headings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'heading_moves.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'heading_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'heading_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_moves.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_rules.index': { paramsTuple?: []; params?: {} }
    'routing_rules.store': { paramsTuple?: []; params?: {} }
    'routing_rules.create': { paramsTuple?: []; params?: {} }
    'routing_rules.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_rules.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_trials.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_switchings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_switchings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.index': { paramsTuple?: []; params?: {} }
    'officers.store': { paramsTuple?: []; params?: {} }
    'officers.create': { paramsTuple?: []; params?: {} }
    'officers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_slips.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_slips.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'slip': ParamValue} }
    'officer_unlocks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leavings.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leavings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leavings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'substitutions.index': { paramsTuple?: []; params?: {} }
    'substitutions.store': { paramsTuple?: []; params?: {} }
    'substitutions.create': { paramsTuple?: []; params?: {} }
    'substitutions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'substitution_endings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'calendar.index': { paramsTuple?: []; params?: {} }
    'holidays.create': { paramsTuple?: []; params?: {} }
    'holidays.store': { paramsTuple?: []; params?: {} }
    'holidays.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'holidays.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'holidays.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deadline_rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'deadline_rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'deadline_rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'reminder_rules.edit': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'reminder_rules.update': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'reminder_rules.destroy': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'offices.show': { paramsTuple?: []; params?: {} }
    'offices.update': { paramsTuple?: []; params?: {} }
    'privacy_notices.edit': { paramsTuple?: []; params?: {} }
    'privacy_notices.update': { paramsTuple?: []; params?: {} }
    'notice_previews.store': { paramsTuple?: []; params?: {} }
    'privacy_notices.show': { paramsTuple: [ParamValue]; params: {'version': ParamValue} }
    'neighbourhoods.index': { paramsTuple?: []; params?: {} }
    'neighbourhoods.store': { paramsTuple?: []; params?: {} }
    'neighbourhoods.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'neighbourhoods.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'neighbourhood_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'neighbourhood_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'imports.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'imports.destroy': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'list': ParamValue,'format': ParamValue} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'desk_files.store': { paramsTuple?: []; params?: {} }
    'card_files.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'office.home.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.lookups.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.lookups.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.withdrawals.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.withdrawals.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.surveys.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.objections.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.survey_links.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.survey_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.telephones.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephones.update': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.joins.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_codes.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_codes.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.own_petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.answer_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.answer_letters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.slip_checks.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.slip_checks.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.slip_files.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petitions.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.warnings.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.form_questions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petition_pages.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petition_pages.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'office.join_receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'office.notices.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.boards.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.additions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.attachments.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_files.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.telephone_files.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.home.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.lookups.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.lookups.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.withdrawals.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.withdrawals.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.surveys.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.objections.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.survey_links.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.survey_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.telephones.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephones.update': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.joins.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_codes.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_codes.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.own_petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.answer_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.answer_letters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.slip_checks.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.slip_checks.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.slip_files.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petitions.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.warnings.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.form_questions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petition_pages.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petition_pages.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'en.office.join_receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'en.office.notices.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.boards.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.additions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.attachments.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_files.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.telephone_files.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
  }
  GET: {
    'styles.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'lookups.create': { paramsTuple?: []; params?: {} }
    'survey_links.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'telephone_codes.create': { paramsTuple?: []; params?: {} }
    'answer_files.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'answer_letters.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'slip_checks.create': { paramsTuple?: []; params?: {} }
    'slip_files.show': { paramsTuple?: []; params?: {} }
    'petitions.create': { paramsTuple?: []; params?: {} }
    'petition_pages.create': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'join_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'notices.show': { paramsTuple?: []; params?: {} }
    'boards.show': { paramsTuple?: []; params?: {} }
    'telephone_files.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.home.show': { paramsTuple?: []; params?: {} }
    'en.lookups.create': { paramsTuple?: []; params?: {} }
    'en.survey_links.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.telephone_codes.create': { paramsTuple?: []; params?: {} }
    'en.answer_files.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.answer_letters.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.slip_checks.create': { paramsTuple?: []; params?: {} }
    'en.slip_files.show': { paramsTuple?: []; params?: {} }
    'en.petitions.create': { paramsTuple?: []; params?: {} }
    'en.petition_pages.create': { paramsTuple?: []; params?: {} }
    'en.receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.join_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.notices.show': { paramsTuple?: []; params?: {} }
    'en.boards.show': { paramsTuple?: []; params?: {} }
    'en.telephone_files.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'kiosk_tickets.create': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'kiosk_tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kiosk': ParamValue,'ticket': ParamValue} }
    'en.kiosk_tickets.create': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'en.kiosk_tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kiosk': ParamValue,'ticket': ParamValue} }
    'setups.show': { paramsTuple?: []; params?: {} }
    'en.setups.show': { paramsTuple?: []; params?: {} }
    'delivery_receipts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'gateway': ParamValue,'secret': ParamValue} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'password_links.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'resumptions.show': { paramsTuple?: []; params?: {} }
    'accounts.show': { paramsTuple?: []; params?: {} }
    'passwords.edit': { paramsTuple?: []; params?: {} }
    'own_identities.edit': { paramsTuple?: []; params?: {} }
    'own_substitutions.index': { paramsTuple?: []; params?: {} }
    'desk.create': { paramsTuple?: []; params?: {} }
    'parked_forms.index': { paramsTuple?: []; params?: {} }
    'desk_telephones.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_telephone_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'outages.show': { paramsTuple?: []; params?: {} }
    'outage_lines.show': { paramsTuple?: []; params?: {} }
    'outage_forms.index': { paramsTuple?: []; params?: {} }
    'outage_forms.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_forms.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_tickets.index': { paramsTuple?: []; params?: {} }
    'queue_calls.show': { paramsTuple?: []; params?: {} }
    'queue_days.show': { paramsTuple?: []; params?: {} }
    'kiosks.edit': { paramsTuple?: []; params?: {} }
    'queue.index': { paramsTuple?: []; params?: {} }
    'previews.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'kept_filters.index': { paramsTuple?: []; params?: {} }
    'handovers.index': { paramsTuple?: []; params?: {} }
    'forwarding_lists.index': { paramsTuple?: []; params?: {} }
    'public_days.index': { paramsTuple?: []; params?: {} }
    'public_days.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'programmes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'minutes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'public_days.create': { paramsTuple?: []; params?: {} }
    'public_days.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'inbox.index': { paramsTuple?: []; params?: {} }
    'loads.index': { paramsTuple?: []; params?: {} }
    'unit_questions.index': { paramsTuple?: []; params?: {} }
    'unit_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'commitments.index': { paramsTuple?: []; params?: {} }
    'contact_plans.index': { paramsTuple?: []; params?: {} }
    'visit_rounds.show': { paramsTuple?: []; params?: {} }
    'directives.index': { paramsTuple?: []; params?: {} }
    'directives.create': { paramsTuple?: []; params?: {} }
    'objection_decisions.index': { paramsTuple?: []; params?: {} }
    'sample_calls.index': { paramsTuple?: []; params?: {} }
    'sample_calls.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'awaited.index': { paramsTuple?: []; params?: {} }
    'approval_lots.index': { paramsTuple?: []; params?: {} }
    'approval_lots.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.index': { paramsTuple?: []; params?: {} }
    'answer_examples.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'waves.index': { paramsTuple?: []; params?: {} }
    'waves.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ready_texts.index': { paramsTuple?: []; params?: {} }
    'ready_texts.create': { paramsTuple?: []; params?: {} }
    'ready_texts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'assistants.show': { paramsTuple?: []; params?: {} }
    'cards.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'last_days.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'letters.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'letter_papers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_talks.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'check': ParamValue} }
    'contact_plans.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'wants.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_versions.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'offered_texts.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'directive_answers.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'objection_decisions.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'neighbours.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_letters.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_papers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'card_files.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'id': ParamValue} }
    'onlookers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'signing_sheets.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'slip_comparisons.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'strikings.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'namings.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'amendments.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'messages.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'ready_messages.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'calls.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'deliveries.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'missed.index': { paramsTuple?: []; params?: {} }
    'missed_counts.show': { paramsTuple?: []; params?: {} }
    'posted_letters.index': { paramsTuple?: []; params?: {} }
    'address_labels.show': { paramsTuple?: []; params?: {} }
    'register.index': { paramsTuple?: []; params?: {} }
    'mail_accounts.show': { paramsTuple?: []; params?: {} }
    'gateways.index': { paramsTuple?: []; params?: {} }
    'test_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'test_messages.create': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'acceptances.index': { paramsTuple?: []; params?: {} }
    'figures.index': { paramsTuple?: []; params?: {} }
    'return_pairs.index': { paramsTuple?: []; params?: {} }
    'promises.index': { paramsTuple?: []; params?: {} }
    'solved.index': { paramsTuple?: []; params?: {} }
    'message_templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'administration.index': { paramsTuple?: []; params?: {} }
    'addresses.edit': { paramsTuple?: []; params?: {} }
    'changes.index': { paramsTuple?: []; params?: {} }
    'accesses.index': { paramsTuple?: []; params?: {} }
    'units.index': { paramsTuple?: []; params?: {} }
    'units.create': { paramsTuple?: []; params?: {} }
    'units.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subjects.index': { paramsTuple?: []; params?: {} }
    'subjects.create': { paramsTuple?: []; params?: {} }
    'subjects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'headings.create': { paramsTuple?: []; params?: {} }
    'headings.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_rules.index': { paramsTuple?: []; params?: {} }
    'routing_rules.create': { paramsTuple?: []; params?: {} }
    'routing_rules.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_trials.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.index': { paramsTuple?: []; params?: {} }
    'officers.create': { paramsTuple?: []; params?: {} }
    'officers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_slips.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'slip': ParamValue} }
    'leavings.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'substitutions.index': { paramsTuple?: []; params?: {} }
    'substitutions.create': { paramsTuple?: []; params?: {} }
    'substitutions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'calendar.index': { paramsTuple?: []; params?: {} }
    'holidays.create': { paramsTuple?: []; params?: {} }
    'holidays.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deadline_rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'reminder_rules.edit': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'offices.show': { paramsTuple?: []; params?: {} }
    'privacy_notices.edit': { paramsTuple?: []; params?: {} }
    'privacy_notices.show': { paramsTuple: [ParamValue]; params: {'version': ParamValue} }
    'neighbourhoods.index': { paramsTuple?: []; params?: {} }
    'neighbourhoods.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'list': ParamValue,'format': ParamValue} }
    'office.home.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.lookups.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.survey_links.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.telephone_codes.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.answer_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.answer_letters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.slip_checks.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.slip_files.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petitions.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petition_pages.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'office.join_receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'office.notices.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.boards.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_files.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.home.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.lookups.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.survey_links.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.telephone_codes.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.answer_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.answer_letters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.slip_checks.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.slip_files.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petitions.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petition_pages.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'en.office.join_receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'en.office.notices.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.boards.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_files.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
  }
  HEAD: {
    'styles.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'lookups.create': { paramsTuple?: []; params?: {} }
    'survey_links.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'telephone_codes.create': { paramsTuple?: []; params?: {} }
    'answer_files.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'answer_letters.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'slip_checks.create': { paramsTuple?: []; params?: {} }
    'slip_files.show': { paramsTuple?: []; params?: {} }
    'petitions.create': { paramsTuple?: []; params?: {} }
    'petition_pages.create': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'join_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'notices.show': { paramsTuple?: []; params?: {} }
    'boards.show': { paramsTuple?: []; params?: {} }
    'telephone_files.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.home.show': { paramsTuple?: []; params?: {} }
    'en.lookups.create': { paramsTuple?: []; params?: {} }
    'en.survey_links.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.telephone_codes.create': { paramsTuple?: []; params?: {} }
    'en.answer_files.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.answer_letters.show': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.slip_checks.create': { paramsTuple?: []; params?: {} }
    'en.slip_files.show': { paramsTuple?: []; params?: {} }
    'en.petitions.create': { paramsTuple?: []; params?: {} }
    'en.petition_pages.create': { paramsTuple?: []; params?: {} }
    'en.receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.join_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.notices.show': { paramsTuple?: []; params?: {} }
    'en.boards.show': { paramsTuple?: []; params?: {} }
    'en.telephone_files.create': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'kiosk_tickets.create': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'kiosk_tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kiosk': ParamValue,'ticket': ParamValue} }
    'en.kiosk_tickets.create': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'en.kiosk_tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kiosk': ParamValue,'ticket': ParamValue} }
    'setups.show': { paramsTuple?: []; params?: {} }
    'en.setups.show': { paramsTuple?: []; params?: {} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'password_links.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'resumptions.show': { paramsTuple?: []; params?: {} }
    'accounts.show': { paramsTuple?: []; params?: {} }
    'passwords.edit': { paramsTuple?: []; params?: {} }
    'own_identities.edit': { paramsTuple?: []; params?: {} }
    'own_substitutions.index': { paramsTuple?: []; params?: {} }
    'desk.create': { paramsTuple?: []; params?: {} }
    'parked_forms.index': { paramsTuple?: []; params?: {} }
    'desk_telephones.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_telephone_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'outages.show': { paramsTuple?: []; params?: {} }
    'outage_lines.show': { paramsTuple?: []; params?: {} }
    'outage_forms.index': { paramsTuple?: []; params?: {} }
    'outage_forms.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_forms.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_tickets.index': { paramsTuple?: []; params?: {} }
    'queue_calls.show': { paramsTuple?: []; params?: {} }
    'queue_days.show': { paramsTuple?: []; params?: {} }
    'kiosks.edit': { paramsTuple?: []; params?: {} }
    'queue.index': { paramsTuple?: []; params?: {} }
    'previews.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'kept_filters.index': { paramsTuple?: []; params?: {} }
    'handovers.index': { paramsTuple?: []; params?: {} }
    'forwarding_lists.index': { paramsTuple?: []; params?: {} }
    'public_days.index': { paramsTuple?: []; params?: {} }
    'public_days.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'programmes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'minutes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'public_days.create': { paramsTuple?: []; params?: {} }
    'public_days.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'inbox.index': { paramsTuple?: []; params?: {} }
    'loads.index': { paramsTuple?: []; params?: {} }
    'unit_questions.index': { paramsTuple?: []; params?: {} }
    'unit_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'commitments.index': { paramsTuple?: []; params?: {} }
    'contact_plans.index': { paramsTuple?: []; params?: {} }
    'visit_rounds.show': { paramsTuple?: []; params?: {} }
    'directives.index': { paramsTuple?: []; params?: {} }
    'directives.create': { paramsTuple?: []; params?: {} }
    'objection_decisions.index': { paramsTuple?: []; params?: {} }
    'sample_calls.index': { paramsTuple?: []; params?: {} }
    'sample_calls.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'awaited.index': { paramsTuple?: []; params?: {} }
    'approval_lots.index': { paramsTuple?: []; params?: {} }
    'approval_lots.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.index': { paramsTuple?: []; params?: {} }
    'answer_examples.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'waves.index': { paramsTuple?: []; params?: {} }
    'waves.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ready_texts.index': { paramsTuple?: []; params?: {} }
    'ready_texts.create': { paramsTuple?: []; params?: {} }
    'ready_texts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'assistants.show': { paramsTuple?: []; params?: {} }
    'cards.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'last_days.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'letters.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'letter_papers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_talks.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'check': ParamValue} }
    'contact_plans.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'wants.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_versions.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'offered_texts.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'directive_answers.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'objection_decisions.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'neighbours.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_letters.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_papers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'card_files.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'id': ParamValue} }
    'onlookers.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'signing_sheets.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'slip_comparisons.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'strikings.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'namings.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'amendments.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'messages.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'ready_messages.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'calls.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'deliveries.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'missed.index': { paramsTuple?: []; params?: {} }
    'missed_counts.show': { paramsTuple?: []; params?: {} }
    'posted_letters.index': { paramsTuple?: []; params?: {} }
    'address_labels.show': { paramsTuple?: []; params?: {} }
    'register.index': { paramsTuple?: []; params?: {} }
    'mail_accounts.show': { paramsTuple?: []; params?: {} }
    'gateways.index': { paramsTuple?: []; params?: {} }
    'test_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'test_messages.create': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'acceptances.index': { paramsTuple?: []; params?: {} }
    'figures.index': { paramsTuple?: []; params?: {} }
    'return_pairs.index': { paramsTuple?: []; params?: {} }
    'promises.index': { paramsTuple?: []; params?: {} }
    'solved.index': { paramsTuple?: []; params?: {} }
    'message_templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'administration.index': { paramsTuple?: []; params?: {} }
    'addresses.edit': { paramsTuple?: []; params?: {} }
    'changes.index': { paramsTuple?: []; params?: {} }
    'accesses.index': { paramsTuple?: []; params?: {} }
    'units.index': { paramsTuple?: []; params?: {} }
    'units.create': { paramsTuple?: []; params?: {} }
    'units.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subjects.index': { paramsTuple?: []; params?: {} }
    'subjects.create': { paramsTuple?: []; params?: {} }
    'subjects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'headings.create': { paramsTuple?: []; params?: {} }
    'headings.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_rules.index': { paramsTuple?: []; params?: {} }
    'routing_rules.create': { paramsTuple?: []; params?: {} }
    'routing_rules.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_trials.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.index': { paramsTuple?: []; params?: {} }
    'officers.create': { paramsTuple?: []; params?: {} }
    'officers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_slips.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'slip': ParamValue} }
    'leavings.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'substitutions.index': { paramsTuple?: []; params?: {} }
    'substitutions.create': { paramsTuple?: []; params?: {} }
    'substitutions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'calendar.index': { paramsTuple?: []; params?: {} }
    'holidays.create': { paramsTuple?: []; params?: {} }
    'holidays.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deadline_rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'reminder_rules.edit': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'offices.show': { paramsTuple?: []; params?: {} }
    'privacy_notices.edit': { paramsTuple?: []; params?: {} }
    'privacy_notices.show': { paramsTuple: [ParamValue]; params: {'version': ParamValue} }
    'neighbourhoods.index': { paramsTuple?: []; params?: {} }
    'neighbourhoods.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'list': ParamValue,'format': ParamValue} }
    'office.home.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.lookups.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.survey_links.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.telephone_codes.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.answer_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.answer_letters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.slip_checks.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.slip_files.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petitions.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petition_pages.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'office.join_receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'office.notices.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.boards.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_files.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.home.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.lookups.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.survey_links.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.telephone_codes.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.answer_files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.answer_letters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.slip_checks.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.slip_files.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petitions.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petition_pages.create': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'en.office.join_receipts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'receipt': ParamValue} }
    'en.office.notices.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.boards.show': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_files.create': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
  }
  POST: {
    'lookups.store': { paramsTuple?: []; params?: {} }
    'withdrawals.store': { paramsTuple?: []; params?: {} }
    'withdrawals.destroy': { paramsTuple?: []; params?: {} }
    'surveys.store': { paramsTuple?: []; params?: {} }
    'objections.store': { paramsTuple?: []; params?: {} }
    'survey_links.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'telephones.store': { paramsTuple?: []; params?: {} }
    'telephones.update': { paramsTuple?: []; params?: {} }
    'joins.destroy': { paramsTuple?: []; params?: {} }
    'telephone_codes.store': { paramsTuple?: []; params?: {} }
    'own_petitions.store': { paramsTuple?: []; params?: {} }
    'slip_checks.store': { paramsTuple?: []; params?: {} }
    'petitions.store': { paramsTuple?: []; params?: {} }
    'warnings.store': { paramsTuple?: []; params?: {} }
    'form_questions.store': { paramsTuple?: []; params?: {} }
    'petition_pages.store': { paramsTuple?: []; params?: {} }
    'additions.store': { paramsTuple?: []; params?: {} }
    'attachments.store': { paramsTuple?: []; params?: {} }
    'telephone_files.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.lookups.store': { paramsTuple?: []; params?: {} }
    'en.withdrawals.store': { paramsTuple?: []; params?: {} }
    'en.withdrawals.destroy': { paramsTuple?: []; params?: {} }
    'en.surveys.store': { paramsTuple?: []; params?: {} }
    'en.objections.store': { paramsTuple?: []; params?: {} }
    'en.survey_links.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'en.telephones.store': { paramsTuple?: []; params?: {} }
    'en.telephones.update': { paramsTuple?: []; params?: {} }
    'en.joins.destroy': { paramsTuple?: []; params?: {} }
    'en.telephone_codes.store': { paramsTuple?: []; params?: {} }
    'en.own_petitions.store': { paramsTuple?: []; params?: {} }
    'en.slip_checks.store': { paramsTuple?: []; params?: {} }
    'en.petitions.store': { paramsTuple?: []; params?: {} }
    'en.warnings.store': { paramsTuple?: []; params?: {} }
    'en.form_questions.store': { paramsTuple?: []; params?: {} }
    'en.petition_pages.store': { paramsTuple?: []; params?: {} }
    'en.additions.store': { paramsTuple?: []; params?: {} }
    'en.attachments.store': { paramsTuple?: []; params?: {} }
    'en.telephone_files.store': { paramsTuple: [ParamValue]; params: {'address': ParamValue} }
    'kiosk_tickets.store': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'en.kiosk_tickets.store': { paramsTuple: [ParamValue]; params: {'kiosk': ParamValue} }
    'setups.create': { paramsTuple?: []; params?: {} }
    'setups.store': { paramsTuple?: []; params?: {} }
    'en.setups.create': { paramsTuple?: []; params?: {} }
    'en.setups.store': { paramsTuple?: []; params?: {} }
    'delivery_receipts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'gateway': ParamValue,'secret': ParamValue} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'password_links.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'sign_outs.store': { paramsTuple?: []; params?: {} }
    'accounts.update': { paramsTuple?: []; params?: {} }
    'passwords.update': { paramsTuple?: []; params?: {} }
    'own_identities.update': { paramsTuple?: []; params?: {} }
    'own_sessions.destroy': { paramsTuple?: []; params?: {} }
    'own_substitutions.store': { paramsTuple?: []; params?: {} }
    'own_substitutions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'stand_ins.store': { paramsTuple?: []; params?: {} }
    'stand_ins.destroy': { paramsTuple?: []; params?: {} }
    'preferences.store': { paramsTuple?: []; params?: {} }
    'desk.store': { paramsTuple?: []; params?: {} }
    'desk_people.store': { paramsTuple?: []; params?: {} }
    'identity_checks.store': { paramsTuple?: []; params?: {} }
    'identity_checks.update': { paramsTuple?: []; params?: {} }
    'desk.edit': { paramsTuple?: []; params?: {} }
    'parked_forms.store': { paramsTuple?: []; params?: {} }
    'parked_forms.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'desk_warnings.store': { paramsTuple?: []; params?: {} }
    'desk_questions.store': { paramsTuple?: []; params?: {} }
    'outage_forms.store': { paramsTuple?: []; params?: {} }
    'outage_forms.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_refusals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_refusals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_calls.store': { paramsTuple?: []; params?: {} }
    'counters.update': { paramsTuple?: []; params?: {} }
    'queue_calls.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_calls.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'queue_absences.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kiosks.update': { paramsTuple?: []; params?: {} }
    'proposals.store': { paramsTuple?: []; params?: {} }
    'read_backs.store': { paramsTuple?: []; params?: {} }
    'kept_filters.store': { paramsTuple?: []; params?: {} }
    'kept_filters.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kept_filters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'referral_lots.store': { paramsTuple?: []; params?: {} }
    'public_days.store': { paramsTuple?: []; params?: {} }
    'public_days.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'public_days.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'appointments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'appointment_notes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'appointment': ParamValue} }
    'appointments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'appointment': ParamValue} }
    'appointment_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'appointment': ParamValue} }
    'unit_questions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'visit_rounds.store': { paramsTuple?: []; params?: {} }
    'directives.store': { paramsTuple?: []; params?: {} }
    'sample_calls.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'approval_lots.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_examples.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_answers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_answers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_answers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_stops.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'wave_stops.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ready_texts.store': { paramsTuple?: []; params?: {} }
    'ready_texts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'referrals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwardings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'handovers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'handbacks.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'returns.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recalls.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'unit_notes.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'unit_questions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'unit_questions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'progress_questions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'urgencies.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'urgencies.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'questions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'questions.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'questions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'question_answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'extensions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'extensions.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'law_extensions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'fee_notices.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'fee_notices.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_talks.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'check': ParamValue} }
    'readings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contacts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contact_plans.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contact_plans.update': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'plan': ParamValue} }
    'contact_plans.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'plan': ParamValue} }
    'plan_outcomes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'plan': ParamValue} }
    'ways_on.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_checks.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'example_insertions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'draft_proposals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'proposal_confirmations.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'wants.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'draft_sittings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'draft_sittings.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'offered_texts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'interim_answers.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answer_replacements.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'commitments.update': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'commitments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'promise': ParamValue} }
    'directive_answers.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'directive_answers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'directive': ParamValue} }
    'objection_decisions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'take_backs.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'take_overs.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'corrections.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'revisions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'assignments.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_letters.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_dispatches.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwarding_answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'onlookers.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'slip_comparisons.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'strikings.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'namings.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'amendments.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'recognitions.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'counter_checks.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'merges.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'ready_messages.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'resendings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'silences.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'silences.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'secrets.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'deliveries.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'paper_wishes.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'paper_wishes.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'posted_letters.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'posted_letters.update': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'letter_returns.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'letter_arrivals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'posted_letters.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'letter': ParamValue} }
    'searches.store': { paramsTuple?: []; params?: {} }
    'test_messages.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.destroy': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'message_templates.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_previews.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_defaults.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'addresses.update': { paramsTuple?: []; params?: {} }
    'units.store': { paramsTuple?: []; params?: {} }
    'units.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'unit_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'unit_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subjects.store': { paramsTuple?: []; params?: {} }
    'subjects.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_moves.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_mergers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'headings.store': { paramsTuple?: []; params?: {} }
    'headings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'heading_moves.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'heading_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'heading_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subject_questions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_moves.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'question_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_rules.store': { paramsTuple?: []; params?: {} }
    'routing_rules.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_switchings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rule_switchings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officers.store': { paramsTuple?: []; params?: {} }
    'officers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_slips.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_unlocks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'officer_sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leavings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leavings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'substitutions.store': { paramsTuple?: []; params?: {} }
    'substitution_endings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'holidays.store': { paramsTuple?: []; params?: {} }
    'holidays.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'holidays.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deadline_rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'deadline_rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'clock': ParamValue,'kind': ParamValue} }
    'reminder_rules.update': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'reminder_rules.destroy': { paramsTuple: [ParamValue]; params: {'clock': ParamValue} }
    'offices.update': { paramsTuple?: []; params?: {} }
    'privacy_notices.update': { paramsTuple?: []; params?: {} }
    'notice_previews.store': { paramsTuple?: []; params?: {} }
    'neighbourhoods.store': { paramsTuple?: []; params?: {} }
    'neighbourhoods.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'neighbourhood_closings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'neighbourhood_closings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'imports.destroy': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'desk_files.store': { paramsTuple?: []; params?: {} }
    'card_files.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'office.lookups.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.withdrawals.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.withdrawals.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.surveys.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.objections.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.survey_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'office.telephones.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephones.update': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.joins.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_codes.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.own_petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.slip_checks.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.warnings.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.form_questions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.petition_pages.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.additions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.attachments.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'office.telephone_files.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.lookups.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.withdrawals.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.withdrawals.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.surveys.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.objections.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.survey_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
    'en.office.telephones.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephones.update': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.joins.destroy': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_codes.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.own_petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.slip_checks.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petitions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.warnings.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.form_questions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.petition_pages.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.additions.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.attachments.store': { paramsTuple: [ParamValue]; params: {'office': ParamValue} }
    'en.office.telephone_files.store': { paramsTuple: [ParamValue,ParamValue]; params: {'office': ParamValue,'address': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}