import router from '@adonisjs/core/services/router'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { ROLES, type Officer, type Role } from '#organisation'
import { wrapped } from '#tests/support/database'
import { newOfficer, referredTo } from '#tests/support/journey'
import { linksIn } from '#tests/support/walks/forms'
import { filledIn } from '#tests/support/walks/typed_everywhere'
import { walked, wholeHouse } from '#tests/support/walks/every_form'

const BUREAU: Role[] = ['bureauOfficer', 'bureauChief']
const UNITS: Role[] = ['unitOfficer', 'unitHead']
const EVERYBODY: Role[] = [...ROLES]
const KEEPERS: Role[] = ['bureauChief', 'manager', 'it']
/** Who opens it is not asked of the roles: the rule of who sees what decides (who_sees_what.spec.ts). */
const WHO_SEES_IT = 'whoever sees the petition'

/** Which roles open what behind the sign-in. Written by hand, not by the routes. */
const OPEN_TO: Record<string, readonly Role[] | typeof WHO_SEES_IT> = {
  'sessions.destroy': EVERYBODY,
  'sign_outs.store': EVERYBODY,
  'resumptions.show': EVERYBODY,
  'accounts.show': EVERYBODY,
  'accounts.update': EVERYBODY,
  'own_identities.edit': EVERYBODY,
  'own_identities.update': EVERYBODY,
  'passwords.edit': EVERYBODY,
  'passwords.update': EVERYBODY,
  'own_sessions.destroy': EVERYBODY,
  'preferences.store': EVERYBODY,
  'own_substitutions.index': EVERYBODY,
  'own_substitutions.store': EVERYBODY,
  'own_substitutions.destroy': EVERYBODY,
  'stand_ins.store': EVERYBODY,
  'stand_ins.destroy': EVERYBODY,

  'desk.create': BUREAU,
  'desk.store': BUREAU,
  'desk_files.store': BUREAU,
  'desk.edit': BUREAU,
  'desk_people.store': BUREAU,
  'identity_checks.store': BUREAU,
  'identity_checks.update': BUREAU,
  'parked_forms.index': BUREAU,
  'parked_forms.store': BUREAU,
  'parked_forms.update': BUREAU,
  'read_backs.store': BUREAU,
  'proposals.store': BUREAU,
  'desk_telephones.show': BUREAU,
  'desk_telephone_files.show': BUREAU,
  'desk_warnings.store': BUREAU,
  'desk_questions.store': BUREAU,
  'desk_receipts.show': BUREAU,
  'mails.index': BUREAU,
  'mails.show': BUREAU,
  'mail_forms.create': BUREAU,
  'mail_refusals.store': BUREAU,
  'mail_refusals.destroy': BUREAU,
  'outages.show': BUREAU,
  'outage_lines.show': BUREAU,
  'outage_forms.index': BUREAU,
  'outage_forms.store': BUREAU,
  'outage_forms.edit': BUREAU,
  'outage_forms.update': BUREAU,
  'queue_tickets.index': BUREAU,
  'queue_calls.show': BUREAU,
  'queue_calls.store': BUREAU,
  'queue_calls.update': BUREAU,
  'queue_calls.destroy': BUREAU,
  'queue_absences.store': BUREAU,
  'counters.update': BUREAU,
  'queue_days.show': ['bureauChief', 'manager'],
  'kiosks.edit': ['bureauChief', 'it'],
  'kiosks.update': ['bureauChief', 'it'],
  'public_days.index': [...BUREAU, 'manager'],
  'public_days.show': [...BUREAU, 'manager'],
  'programmes.show': [...BUREAU, 'manager'],
  'minutes.show': [...BUREAU, 'manager'],
  'public_days.create': BUREAU,
  'public_days.store': BUREAU,
  'public_days.edit': BUREAU,
  'public_days.update': BUREAU,
  'public_days.destroy': BUREAU,
  'appointment_calls.store': BUREAU,
  'appointments.store': BUREAU,
  'appointments.destroy': BUREAU,
  'appointment_notes.store': BUREAU,
  'register.index': [...BUREAU, ...UNITS, 'manager'],
  'searches.store': [...BUREAU, ...UNITS, 'manager'],
  'queue.index': BUREAU,
  'previews.show': BUREAU,
  'referral_lots.store': BUREAU,
  'kept_filters.index': BUREAU,
  'kept_filters.store': BUREAU,
  'kept_filters.update': BUREAU,
  'kept_filters.destroy': BUREAU,
  'inbox.index': [...BUREAU, ...UNITS],
  'loads.index': ['bureauChief', 'unitHead'],
  'unit_questions.index': [...BUREAU, ...UNITS],
  'unit_questions.show': [...BUREAU, ...UNITS],
  'unit_questions.update': [...BUREAU, ...UNITS],
  'contact_plans.index': [...BUREAU, ...UNITS],
  'visit_rounds.show': [...BUREAU, ...UNITS],
  'visit_rounds.store': [...BUREAU, ...UNITS],
  'awaited.index': BUREAU,
  'approval_lots.index': ['bureauChief', 'unitHead'],
  'approval_lots.show': ['bureauChief', 'unitHead'],
  'approval_lots.store': ['bureauChief', 'unitHead'],
  'waves.index': [...BUREAU, ...UNITS],
  'waves.show': [...BUREAU, ...UNITS],
  'wave_answers.store': [...BUREAU, ...UNITS],
  'wave_answers.update': ['bureauChief', 'unitHead'],
  'wave_answers.destroy': ['bureauChief', 'unitHead'],
  'wave_stops.store': ['bureauChief', 'unitHead'],
  'wave_stops.destroy': ['bureauChief', 'unitHead'],
  'objection_decisions.index': ['bureauChief', 'unitHead', 'manager'],
  'commitments.index': [...BUREAU, ...UNITS],
  'directives.index': [...BUREAU, ...UNITS, 'manager'],
  'directives.create': ['manager'],
  'directives.store': ['manager'],
  'sample_calls.index': BUREAU,
  'sample_calls.edit': BUREAU,
  'sample_calls.update': BUREAU,
  'answer_examples.index': ['bureauChief', 'unitHead'],
  'answer_examples.create': ['bureauChief', 'unitHead'],
  'answer_examples.store': ['bureauChief', 'unitHead'],
  'answer_examples.destroy': ['bureauChief', 'unitHead'],
  'figures.index': ['bureauChief', 'manager'],
  'acceptances.index': ['bureauChief', 'manager'],
  'return_pairs.index': ['bureauChief', 'manager'],
  'promises.index': ['bureauChief', 'manager'],
  'solved.index': ['bureauChief', 'manager'],

  'handovers.index': [...BUREAU, 'manager'],
  'forwarding_lists.index': [...BUREAU, 'manager'],

  'cards.show': WHO_SEES_IT,
  'onlookers.show': WHO_SEES_IT,
  'onlookers.destroy': EVERYBODY,
  'letters.show': WHO_SEES_IT,
  'letter_papers.show': WHO_SEES_IT,
  'last_days.show': WHO_SEES_IT,
  'answer_versions.index': WHO_SEES_IT,
  'draft_sittings.store': WHO_SEES_IT,
  'draft_sittings.destroy': WHO_SEES_IT,
  'offered_texts.index': WHO_SEES_IT,
  'offered_texts.store': WHO_SEES_IT,
  'answer_replacements.create': WHO_SEES_IT,
  'answer_replacements.store': WHO_SEES_IT,
  'answer_replacements.update': WHO_SEES_IT,
  'commitments.create': WHO_SEES_IT,
  'commitments.store': WHO_SEES_IT,
  'commitments.edit': WHO_SEES_IT,
  'commitments.update': WHO_SEES_IT,
  'commitments.destroy': WHO_SEES_IT,
  'directive_answers.create': WHO_SEES_IT,
  'directive_answers.store': WHO_SEES_IT,
  'directive_answers.destroy': WHO_SEES_IT,
  'objection_decisions.show': WHO_SEES_IT,
  'objection_decisions.store': WHO_SEES_IT,
  'interim_answers.create': WHO_SEES_IT,
  'interim_answers.store': WHO_SEES_IT,
  'interim_answers.update': WHO_SEES_IT,
  'strikings.edit': WHO_SEES_IT,
  'signing_sheets.show': WHO_SEES_IT,
  'slip_comparisons.create': WHO_SEES_IT,
  'slip_comparisons.store': WHO_SEES_IT,
  'strikings.update': WHO_SEES_IT,
  'merges.show': WHO_SEES_IT,
  'merges.store': WHO_SEES_IT,
  'merges.destroy': WHO_SEES_IT,
  'namings.edit': WHO_SEES_IT,
  'amendments.edit': WHO_SEES_IT,
  'namings.update': WHO_SEES_IT,
  'amendments.update': WHO_SEES_IT,
  'recognitions.create': WHO_SEES_IT,
  'recognitions.store': WHO_SEES_IT,
  'recognitions.update': WHO_SEES_IT,
  'counter_checks.create': WHO_SEES_IT,
  'counter_checks.store': WHO_SEES_IT,
  'counter_checks.update': WHO_SEES_IT,
  'counter_talks.create': WHO_SEES_IT,
  'counter_talks.store': WHO_SEES_IT,
  'attachments.show': WHO_SEES_IT,
  'card_files.create': WHO_SEES_IT,
  'card_files.store': WHO_SEES_IT,
  'referrals.store': WHO_SEES_IT,
  'forwardings.store': WHO_SEES_IT,
  'handovers.store': WHO_SEES_IT,
  'handbacks.store': WHO_SEES_IT,
  'returns.store': WHO_SEES_IT,
  'recalls.store': WHO_SEES_IT,
  'neighbours.show': WHO_SEES_IT,
  'assignments.store': WHO_SEES_IT,
  'assignments.edit': WHO_SEES_IT,
  'assignments.update': WHO_SEES_IT,
  'unit_notes.store': WHO_SEES_IT,
  'forwarding_letters.show': WHO_SEES_IT,
  'forwarding_letters.update': WHO_SEES_IT,
  'forwarding_papers.show': WHO_SEES_IT,
  'forwarding_dispatches.store': WHO_SEES_IT,
  'forwarding_answers.store': WHO_SEES_IT,
  'unit_questions.store': WHO_SEES_IT,
  'unit_questions.destroy': WHO_SEES_IT,
  'progress_questions.store': WHO_SEES_IT,
  'restrictions.store': WHO_SEES_IT,
  'restrictions.destroy': WHO_SEES_IT,
  'urgencies.update': WHO_SEES_IT,
  'urgencies.destroy': WHO_SEES_IT,
  'contacts.store': WHO_SEES_IT,
  'contact_plans.create': WHO_SEES_IT,
  'contact_plans.store': WHO_SEES_IT,
  'contact_plans.update': WHO_SEES_IT,
  'contact_plans.destroy': WHO_SEES_IT,
  'plan_outcomes.store': WHO_SEES_IT,
  'ways_on.store': WHO_SEES_IT,
  'ready_messages.create': WHO_SEES_IT,
  'ready_messages.store': WHO_SEES_IT,
  'questions.store': WHO_SEES_IT,
  'questions.update': WHO_SEES_IT,
  'questions.destroy': WHO_SEES_IT,
  'question_answers.store': WHO_SEES_IT,
  'readings.store': WHO_SEES_IT,
  'extensions.store': WHO_SEES_IT,
  'extensions.update': WHO_SEES_IT,
  'law_extensions.store': WHO_SEES_IT,
  'answer_checks.store': WHO_SEES_IT,
  'example_insertions.store': WHO_SEES_IT,
  'draft_proposals.store': WHO_SEES_IT,
  'proposal_confirmations.store': WHO_SEES_IT,
  'wants.show': WHO_SEES_IT,
  'wants.update': WHO_SEES_IT,
  'fee_notices.store': WHO_SEES_IT,
  'fee_notices.update': WHO_SEES_IT,
  'answers.store': WHO_SEES_IT,
  'approvals.show': WHO_SEES_IT,
  'approvals.store': WHO_SEES_IT,
  'take_backs.store': WHO_SEES_IT,
  'take_overs.store': WHO_SEES_IT,
  'revisions.store': WHO_SEES_IT,
  'corrections.store': WHO_SEES_IT,
  'messages.index': WHO_SEES_IT,

  'missed.index': BUREAU,
  'missed_counts.show': BUREAU,
  'deliveries.show': BUREAU,
  'deliveries.store': BUREAU,
  'paper_wishes.store': BUREAU,
  'paper_wishes.destroy': BUREAU,
  'posted_letters.index': BUREAU,
  'posted_letters.store': BUREAU,
  'posted_letters.update': BUREAU,
  'posted_letters.destroy': BUREAU,
  'letter_returns.store': BUREAU,
  'letter_arrivals.store': BUREAU,
  'address_labels.show': BUREAU,
  'calls.create': BUREAU,
  'calls.store': BUREAU,
  'secrets.store': BUREAU,
  'resendings.store': BUREAU,
  'silences.store': BUREAU,
  'silences.destroy': BUREAU,

  'gateways.index': ['it'],
  'mail_accounts.show': ['it'],
  'assistants.show': ['it'],
  'gateway_pauses.store': ['it'],
  'gateway_pauses.destroy': ['it'],
  'test_messages.create': ['it'],
  'test_messages.store': ['it'],
  'test_messages.show': ['it'],
  'message_templates.index': ['bureauChief'],
  'ready_texts.index': ['bureauChief'],
  'ready_texts.create': ['bureauChief'],
  'ready_texts.store': ['bureauChief'],
  'ready_texts.edit': ['bureauChief'],
  'ready_texts.update': ['bureauChief'],
  'message_templates.edit': ['bureauChief'],
  'message_templates.update': ['bureauChief'],
  'template_previews.store': ['bureauChief'],
  'template_defaults.store': ['bureauChief'],

  'administration.index': ['bureauChief', 'manager', 'it', 'auditor'],
  'calendar.index': ['bureauChief'],
  'holidays.create': ['bureauChief'],
  'holidays.store': ['bureauChief'],
  'holidays.edit': ['bureauChief'],
  'holidays.update': ['bureauChief'],
  'holidays.destroy': ['bureauChief'],
  'deadline_rules.edit': ['bureauChief'],
  'deadline_rules.update': ['bureauChief'],
  'deadline_rules.destroy': ['bureauChief'],
  'reminder_rules.edit': ['bureauChief'],
  'reminder_rules.update': ['bureauChief'],
  'reminder_rules.destroy': ['bureauChief'],
  'addresses.edit': ['it'],
  'addresses.update': ['it'],
  'accesses.index': ['manager', 'auditor'],
  'changes.index': ['bureauChief', 'manager', 'it', 'auditor'],
  'imports.index': ['bureauChief', 'it'],
  'imports.show': ['bureauChief', 'it'],
  'imports.store': ['bureauChief', 'it'],
  'imports.update': ['bureauChief', 'it'],
  'imports.destroy': ['bureauChief', 'it'],
  'exports.show': ['bureauChief', 'it'],
  'units.index': ['bureauChief'],
  'units.create': ['bureauChief'],
  'units.store': ['bureauChief'],
  'units.edit': ['bureauChief'],
  'units.update': ['bureauChief'],
  'unit_closings.store': ['bureauChief'],
  'unit_closings.destroy': ['bureauChief'],
  'subjects.index': ['bureauChief'],
  'subjects.create': ['bureauChief'],
  'subjects.store': ['bureauChief'],
  'subjects.edit': ['bureauChief'],
  'subjects.update': ['bureauChief'],
  'subject_moves.store': ['bureauChief'],
  'subject_closings.store': ['bureauChief'],
  'subject_closings.destroy': ['bureauChief'],
  'subject_mergers.store': ['bureauChief'],
  'subject_questions.create': ['bureauChief'],
  'subject_questions.store': ['bureauChief'],
  'subject_questions.edit': ['bureauChief'],
  'subject_questions.update': ['bureauChief'],
  'question_moves.store': ['bureauChief'],
  'question_closings.store': ['bureauChief'],
  'question_closings.destroy': ['bureauChief'],
  'routing_rules.index': ['bureauChief'],
  'routing_rules.store': ['bureauChief'],
  'routing_rules.create': ['bureauChief'],
  'routing_rules.edit': ['bureauChief'],
  'routing_rules.update': ['bureauChief'],
  'rule_trials.show': ['bureauChief'],
  'rule_trials.store': ['bureauChief'],
  'rule_switchings.store': ['bureauChief'],
  'rule_switchings.destroy': ['bureauChief'],
  'headings.create': ['bureauChief'],
  'headings.store': ['bureauChief'],
  'headings.edit': ['bureauChief'],
  'headings.update': ['bureauChief'],
  'heading_moves.store': ['bureauChief'],
  'heading_closings.store': ['bureauChief'],
  'heading_closings.destroy': ['bureauChief'],
  'officers.index': KEEPERS,
  'officers.create': KEEPERS,
  'officers.store': KEEPERS,
  'officers.show': KEEPERS,
  'officers.edit': KEEPERS,
  'officers.update': KEEPERS,
  'officer_slips.store': KEEPERS,
  'officer_slips.show': KEEPERS,
  'officer_unlocks.store': KEEPERS,
  'officer_sessions.destroy': KEEPERS,
  'leavings.create': KEEPERS,
  'leavings.store': KEEPERS,
  'leavings.destroy': KEEPERS,
  'substitutions.index': ['bureauChief', 'manager'],
  'substitutions.create': ['bureauChief', 'manager'],
  'substitutions.store': ['bureauChief', 'manager'],
  'substitutions.show': ['bureauChief', 'manager'],
  'substitution_endings.store': ['bureauChief', 'manager'],
  'offices.show': ['bureauChief', 'it'],
  'offices.update': ['bureauChief', 'it'],
  'privacy_notices.edit': ['bureauChief', 'it'],
  'privacy_notices.update': ['bureauChief', 'it'],
  'privacy_notices.show': ['bureauChief', 'it'],
  'notice_previews.store': ['bureauChief', 'it'],
  'neighbourhoods.index': ['bureauChief', 'it'],
  'neighbourhoods.store': ['bureauChief', 'it'],
  'neighbourhoods.edit': ['bureauChief', 'it'],
  'neighbourhoods.update': ['bureauChief', 'it'],
  'neighbourhood_closings.store': ['bureauChief', 'it'],
  'neighbourhood_closings.destroy': ['bureauChief', 'it'],
}

/** What stands at the head of every page, and on one's own page, in this order. */
const PLACES = [
  '/masa',
  '/birim',
  '/masa/yeni',
  '/izleme',
  '/kayit',
  '/gecitler',
  '/yonetim',
  '/metinler',
]

function behindTheSignIn() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ middleware }) =>
      [...middleware.all()].some((one) => 'name' in one && one.name === 'staff')
    )
    .map(({ name, pattern, methods }) => ({ name: name!, pattern, reads: methods.includes('GET') }))
}

/** No role, each, each two of them, and all: what two may not do together (who_sees_what), more add nothing to. */
function combinations(): Role[][] {
  const pairs = ROLES.flatMap((one, at) => ROLES.slice(at + 1).map((other) => [one, other]))
  return [[], ...ROLES.map((role) => [role]), ...pairs, [...ROLES]]
}

function holding(roles: readonly Role[]) {
  const unit = roles.some((role) => BUREAU.includes(role)) ? 'AKB' : 'TAR'
  // Of every role some letters: a login has sixty at most.
  const login = ['rol', ...roles.map((role) => role.slice(0, 7))].join('.').toLowerCase()
  return newOfficer(login, unit, roles)
}

const isOpenTo = (name: string, roles: readonly Role[]) =>
  OPEN_TO[name] !== WHO_SEES_IT && roles.some((role) => OPEN_TO[name]!.includes(role))

/** What the head of a page and one's own page lead to, each address once. */
async function placesOf(client: ApiClient, who: Officer) {
  const page = (await client.get('/hesap').loginAs(who)).text()
  return linksIn(page).filter((href) => PLACES.includes(href))
}

test.group('Who opens what', (group) => {
  wrapped(group)

  test('is decided for every page and form behind the sign-in', ({ assert }) => {
    assert.sameMembers(
      Object.keys(OPEN_TO),
      behindTheSignIn().map(({ name }) => name)
    )
  })

  for (const role of ROLES) {
    test(`${role}: opens what is for this role, and nothing else`, async ({ client, assert }) => {
      const { number } = await referredTo('TAR')
      const params = {
        number,
        message: '1',
        gateway: 'log',
        id: '1',
        version: '1',
        event: 'received',
        channel: 'sms',
        locale: 'tr',
        token: '0'.repeat(32),
        list: 'none',
        format: 'csv',
      }
      const person = await holding([role])
      for (const { name, pattern, reads } of behindTheSignIn()) {
        const mayOpen = isOpenTo(name, [role])
        // What the person may send does something; others' tests look at that.
        if (OPEN_TO[name] === WHO_SEES_IT || (mayOpen && !reads)) continue
        const path = filledIn(pattern, params)
        const asked = reads ? client.get(path) : client.post(path).withCsrfToken()
        const status = (await asked.loginAs(person).redirects(0)).status()
        assert.equal(status === 403, !mayOpen, `${name} answers ${status}`)
      }
    })
  }

  test('navigation shows exactly what the officer may open, whatever the roles', async ({
    client,
    assert,
  }) => {
    for (const roles of combinations()) {
      const who = await holding(roles)
      const open = []
      for (const place of PLACES) {
        const { name } = router.match(place, 'GET', false)!.route
        const isOpen = (await client.get(place).loginAs(who)).status() === 200
        assert.equal(isOpen, isOpenTo(name!, roles), `${place} for ${roles.join(' and ')}`)
        if (isOpen) open.push(place)
      }
      assert.deepEqual(await placesOf(client, who), open, roles.join(' and '))
    }
  }).timeout(300_000)
})

test.group('A link on an officer’s page', (group) => {
  wrapped(group)

  test('leads nowhere where its reader may not go', async ({ client, assert }) => {
    await wholeHouse(client)
    const { pages } = await walked(client)
    // Most of what a page leads to all pages of the same person do.
    const followed = new Set<string>()
    for (const { path, who } of pages) {
      if (!who) continue
      const page = await client.get(path).loginAs(who)
      for (const href of linksIn(page.text())) {
        if (followed.has(`${who.login} ${href}`)) continue
        followed.add(`${who.login} ${href}`)
        const status = (await client.get(href).loginAs(who).redirects(0)).status()
        assert.notEqual(status, 403, `${path} leads ${who.login} to ${href}`)
      }
    }
  }).timeout(300_000)
})
