import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient, ApiRequest, ApiResponse } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { Catalogue, type Officer } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'
import { TRAINING_ID, world, type Brought } from '#tests/support/walks/who_sees_what'

/**
 * Everybody, alone and in pairs of roles. `police` is the unit complained about, `farm` has most
 * petitions, `wood` gave them back before.
 */
const CAST = {
  desk: ['AKB', 'bureauOfficer'],
  chief: ['AKB', 'bureauChief'],
  police: ['EMN', 'unitOfficer'],
  policeHead: ['EMN', 'unitHead'],
  farm: ['TAR', 'unitOfficer'],
  farmHead: ['TAR', 'unitHead'],
  wood: ['ORM', 'unitOfficer'],
  manager: [null, 'manager'],
  it: [null, 'it'],
  nobodysUnit: [null, 'unitOfficer'],
  deskOfPolice: ['EMN', 'bureauOfficer', 'unitOfficer'],
  chiefOfFarm: ['TAR', 'bureauChief', 'unitHead'],
  managerOfPolice: ['EMN', 'manager', 'unitHead'],
  managerAndChief: [null, 'manager', 'bureauChief'],
  managerInBureau: ['AKB', 'manager'],
} as const
type Who = keyof typeof CAST
type World = Awaited<ReturnType<typeof world<Who>>>

const BUREAU: Who[] = ['desk', 'chief', 'deskOfPolice', 'chiefOfFarm', 'managerAndChief']
const HOUSE: Who[] = [...BUREAU, 'manager', 'managerOfPolice', 'managerInBureau']
const FARM: Who[] = ['farm', 'farmHead']
const isNot = (...hidden: Who[]) => [...HOUSE, ...FARM].filter((who) => !hidden.includes(who))

/** Who sees each petition, and who may know who brought it. Written by hand, not by the rule. */
const SEEN: Record<Brought, { by: Who[]; known?: Who[] }> = {
  atDesk: { by: HOUSE },
  atFarm: { by: [...HOUSE, ...FARM] },
  atWood: { by: [...HOUSE, 'wood'] },
  tipOff: { by: [...HOUSE, ...FARM], known: BUREAU },
  aboutPolice: { by: isNot('deskOfPolice', 'managerOfPolice') },
  aboutBureau: { by: ['manager', 'managerOfPolice'] },
  aboutBureauAtFarm: { by: ['manager', 'managerOfPolice', ...FARM] },
  tipOffAboutBureau: { by: ['manager', 'managerOfPolice'], known: [] },
  restrictedAtDesk: { by: BUREAU },
  restrictedAtFarm: { by: ['chief', 'chiefOfFarm', 'managerAndChief', ...FARM] },
  ofOtherAuthority: { by: [] },
}

const LIST = 'shows what the officer sees'
const SEARCH = 'finds what the officer sees'
const PETITION = 'is of one petition, and is not there for whoever does not see it'
/** The same, sent only by those for whom it is not there: for the others it does something. */
const ACT = 'is of one petition and changes it'
const NONE = 'shows no petition'
/** tests/functional/intake/people/known_people.spec.ts */
const PERSON = 'shows a person’s petitions once a document was seen'

/** A page behind the sign-in without a decision fails the test below. */
const DECISIONS: Record<string, string> = {
  'queue.index': LIST,
  'inbox.index': LIST,
  'register.index': LIST,
  'figures.index': LIST,
  'handovers.index': LIST,
  'accesses.index': LIST,
  'missed.index': LIST,
  'missed_counts.show': LIST,
  'searches.store': SEARCH,

  'cards.show': PETITION,
  'previews.show': PETITION,
  'onlookers.show': PETITION,
  'letters.show': PETITION,
  'last_days.show': PETITION,
  'signing_sheets.show': PETITION,
  'slip_comparisons.create': PETITION,
  'slip_comparisons.store': PETITION,
  'strikings.edit': PETITION,
  'strikings.update': PETITION,
  'amendments.edit': PETITION,
  'amendments.update': PETITION,
  'recognitions.create': PETITION,
  'recognitions.store': PETITION,
  'recognitions.update': PETITION,
  'counter_checks.create': PETITION,
  'counter_checks.store': PETITION,
  'counter_checks.update': PETITION,
  'counter_talks.create': PETITION,
  'counter_talks.store': PETITION,
  'attachments.show': PETITION,
  'card_files.create': PETITION,
  'card_files.store': PETITION,
  'referrals.store': PETITION,
  'forwardings.store': PETITION,
  'handovers.store': PETITION,
  'handbacks.store': PETITION,
  'returns.store': PETITION,
  'recalls.store': PETITION,
  'unit_notes.store': PETITION,
  'restrictions.store': PETITION,
  'restrictions.destroy': PETITION,
  'urgencies.update': PETITION,
  'urgencies.destroy': PETITION,
  'contacts.store': PETITION,
  'questions.store': PETITION,
  'questions.update': PETITION,
  'readings.store': PETITION,
  'extensions.store': PETITION,
  'extensions.update': PETITION,
  'law_extensions.store': PETITION,
  'fee_notices.store': PETITION,
  'fee_notices.update': PETITION,
  'answers.store': PETITION,
  'approvals.store': PETITION,
  'revisions.store': PETITION,
  'corrections.store': PETITION,
  'messages.index': PETITION,
  'calls.create': PETITION,
  'calls.store': PETITION,
  'secrets.store': PETITION,
  'resendings.store': ACT,
  'silences.store': ACT,
  'silences.destroy': ACT,

  // What is told of each is told by the rule: tests/functional/routing/queue/several.spec.ts.
  'referral_lots.store': NONE,
  'onlookers.destroy': NONE,
  'kept_filters.index': NONE,
  'kept_filters.store': NONE,
  'kept_filters.update': NONE,
  'kept_filters.destroy': NONE,
  // Numbers of what was given back, by the rule: tests/functional/insight/return_pairs.spec.ts.
  'return_pairs.index': NONE,
  'desk.create': NONE,
  'desk.store': NONE,
  'desk_files.store': NONE,
  'desk.edit': NONE,
  'desk_people.store': NONE,
  'identity_checks.store': PERSON,
  'identity_checks.update': PERSON,
  'parked_forms.index': NONE,
  'parked_forms.store': NONE,
  'parked_forms.update': NONE,
  'read_backs.store': NONE,
  'proposals.store': NONE,
  'desk_telephones.show': NONE,
  'desk_telephone_files.show': NONE,
  'desk_warnings.store': NONE,
  'desk_questions.store': NONE,
  'desk_receipts.show': NONE,
  // Of mails; of the numbers beside them: tests/functional/intake/mail/at_the_desk.spec.ts.
  'mails.index': NONE,
  'mails.show': NONE,
  'mail_forms.create': NONE,
  'mail_refusals.store': NONE,
  'mail_refusals.destroy': NONE,
  'mail_accounts.show': NONE,
  'outages.show': NONE,
  'outage_lines.show': NONE,
  // Forms; the number of what one of them became is said by the rule (intake/outage/taking.spec.ts).
  'outage_forms.index': NONE,
  'outage_forms.store': NONE,
  'outage_forms.edit': NONE,
  'outage_forms.update': NONE,
  // Of petitions the numbers alone, by the rule: tests/functional/routing/public_days.spec.ts.
  'acceptances.index': NONE,
  'public_days.index': NONE,
  'public_days.create': NONE,
  'public_days.store': NONE,
  'public_days.edit': NONE,
  'public_days.update': NONE,
  'public_days.destroy': NONE,
  'appointment_calls.store': NONE,
  'public_days.show': NONE,
  'programmes.show': NONE,
  'minutes.show': NONE,
  'appointments.store': NONE,
  'appointments.destroy': NONE,
  'appointment_notes.store': NONE,
  // Numbers of a day, of nobody.
  'queue_tickets.index': NONE,
  'queue_calls.show': NONE,
  'queue_calls.store': NONE,
  'queue_calls.update': NONE,
  'queue_calls.destroy': NONE,
  'queue_absences.store': NONE,
  'counters.update': NONE,
  'queue_days.show': NONE,
  'kiosks.edit': NONE,
  'kiosks.update': NONE,
  'sessions.destroy': NONE,
  'sign_outs.store': NONE,
  'resumptions.show': NONE,
  'accounts.show': NONE,
  'preferences.store': NONE,
  'gateways.index': NONE,
  'gateway_pauses.store': NONE,
  'gateway_pauses.destroy': NONE,
  'test_messages.create': NONE,
  'test_messages.store': NONE,
  'test_messages.show': NONE,
  'message_templates.index': NONE,
  'message_templates.edit': NONE,
  'message_templates.update': NONE,
  'template_previews.store': NONE,
  'template_defaults.store': NONE,

  // One's own, and what keeps an authority: people, lists, days; of petitions no more than a count.
  'accounts.update': NONE,
  'own_identities.edit': NONE,
  'own_identities.update': NONE,
  'addresses.edit': NONE,
  'addresses.update': NONE,
  'administration.index': NONE,
  'calendar.index': NONE,
  'changes.index': NONE,
  'deadline_rules.destroy': NONE,
  'deadline_rules.edit': NONE,
  'deadline_rules.update': NONE,
  'reminder_rules.destroy': NONE,
  'reminder_rules.edit': NONE,
  'reminder_rules.update': NONE,
  'exports.show': NONE,
  'heading_closings.destroy': NONE,
  'heading_closings.store': NONE,
  'heading_moves.store': NONE,
  'headings.create': NONE,
  'headings.edit': NONE,
  'headings.store': NONE,
  'headings.update': NONE,
  'holidays.create': NONE,
  'holidays.destroy': NONE,
  'holidays.edit': NONE,
  'holidays.store': NONE,
  'holidays.update': NONE,
  'imports.destroy': NONE,
  'imports.index': NONE,
  'imports.show': NONE,
  'imports.store': NONE,
  'imports.update': NONE,
  'leavings.create': NONE,
  'leavings.destroy': NONE,
  'leavings.store': NONE,
  'neighbourhood_closings.destroy': NONE,
  'neighbourhood_closings.store': NONE,
  'neighbourhoods.edit': NONE,
  'neighbourhoods.index': NONE,
  'neighbourhoods.store': NONE,
  'neighbourhoods.update': NONE,
  'notice_previews.store': NONE,
  'officer_sessions.destroy': NONE,
  'officer_slips.show': NONE,
  'officer_slips.store': NONE,
  'officer_unlocks.store': NONE,
  'officers.create': NONE,
  'officers.edit': NONE,
  'officers.index': NONE,
  'officers.show': NONE,
  'officers.store': NONE,
  'officers.update': NONE,
  'offices.show': NONE,
  'offices.update': NONE,
  'own_sessions.destroy': NONE,
  'own_substitutions.destroy': NONE,
  'own_substitutions.index': NONE,
  'own_substitutions.store': NONE,
  'passwords.edit': NONE,
  'passwords.update': NONE,
  'privacy_notices.edit': NONE,
  'privacy_notices.show': NONE,
  'privacy_notices.update': NONE,
  'question_closings.destroy': NONE,
  'question_closings.store': NONE,
  'question_moves.store': NONE,
  'routing_rules.index': NONE,
  'routing_rules.store': NONE,
  'routing_rules.create': NONE,
  'routing_rules.edit': NONE,
  'routing_rules.update': NONE,
  'rule_switchings.destroy': NONE,
  'rule_switchings.store': NONE,
  // Lines of petitions, by the rule: tests/functional/administration/routing_rules.spec.ts.
  'rule_trials.show': NONE,
  'rule_trials.store': NONE,
  'stand_ins.destroy': NONE,
  'stand_ins.store': NONE,
  'subject_closings.destroy': NONE,
  'subject_closings.store': NONE,
  'subject_mergers.store': NONE,
  'subject_moves.store': NONE,
  'subject_questions.create': NONE,
  'subject_questions.edit': NONE,
  'subject_questions.store': NONE,
  'subject_questions.update': NONE,
  'subjects.create': NONE,
  'subjects.edit': NONE,
  'subjects.index': NONE,
  'subjects.store': NONE,
  'subjects.update': NONE,
  'substitution_endings.store': NONE,
  'substitutions.create': NONE,
  'substitutions.index': NONE,
  'substitutions.show': NONE,
  'substitutions.store': NONE,
  'unit_closings.destroy': NONE,
  'unit_closings.store': NONE,
  'units.create': NONE,
  'units.edit': NONE,
  'units.index': NONE,
  'units.store': NONE,
  'units.update': NONE,
}

interface Behind {
  name: string
  pattern: string
  method: 'GET' | 'POST'
}

function behindTheSignIn(): Behind[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ middleware }) =>
      [...middleware.all()].some((one) => (one as { name?: string }).name === 'staff')
    )
    .map(({ name, pattern, methods }) => ({
      name: name ?? pattern,
      pattern,
      method: methods.includes('GET') ? 'GET' : 'POST',
    }))
}

const decided = (...decisions: string[]) =>
  behindTheSignIn().filter(({ name }) => decisions.includes(DECISIONS[name]!))

/** The lists that a page has, by its address. */
const LISTS: Record<string, string[]> = {
  'queue.index': ['waiting', 'late', 'returned', 'withUnits', 'all'].map((one) => `filtre=${one}`),
  'inbox.index': ['open', 'late', 'approval'].map((one) => `filtre=${one}`),
  'register.index': [
    ...['all', 'open', 'late', 'concluded', 'aboutBureau'].map((one) => `durum=${one}`),
    ...['durum=open&birim=TAR', 'durum=open&birim=AKB', 'gelis=week', 'sonuc=granted'],
  ],
}

function ask(client: ApiClient, who: Officer, { method }: { method: string }, path: string) {
  const asked = method === 'GET' ? client.get(path) : client.post(path).withCsrfToken()
  return (asked as ApiRequest).loginAs(who).redirects(0)
}

const asFragment = (asked: ApiRequest) => asked.header('HX-Request-Type', 'partial')

/** What this one must find nowhere in an answer, beside the number in its own address. */
function unseen(here: World, who: Who, brought: Brought) {
  const { by, known = by } = SEEN[brought]
  const { everything, petitioner } = here.marks[brought]
  if (!by.includes(who)) return everything
  return known.includes(who) ? [] : [...petitioner, ...here.wordsOfOthers(brought, CAST[who][0])]
}

function assertNothingLeaks(
  assert: Assert,
  here: World,
  who: Who,
  answer: ApiResponse,
  at: string
) {
  const text = answer.text().replaceAll('\u00a0', ' ')
  for (const brought of keys(SEEN)) {
    for (const mark of unseen(here, who, brought)) {
      assert.notInclude(text, mark, `${at} tells ${who} of ${brought}: ${mark}`)
    }
  }
}

test.group('Who sees what', (group) => {
  wrapped(group)

  test('is decided for every page behind the sign-in', ({ assert }) => {
    const routes = behindTheSignIn().map(({ name }) => name)
    assert.sameMembers(Object.keys(DECISIONS), routes)
  })

  for (const who of Object.keys(CAST) as Who[]) {
    test(`${who} finds on every page what is seen, and no trace of the rest`, async ({
      client,
      assert,
    }) => {
      const here = await world(CAST)
      await lists(client, assert, here, who)
      await searches(client, assert, here, who)
      await cards(client, assert, here, who)
    })
  }

  test('costs the same whether it is hidden or was never given', async ({ client, assert }) => {
    const here = await world(CAST)
    const hidden: [Who, Brought][] = [
      ['wood', 'atFarm'],
      ['desk', 'aboutBureau'],
      ['manager', 'restrictedAtFarm'],
      ['deskOfPolice', 'aboutPolice'],
      ['chief', 'ofOtherAuthority'],
    ]
    for (const [who, brought] of hidden) {
      for (const page of decided(PETITION, ACT)) {
        // Else it may be read afresh behind one of the two answers.
        Catalogue.forget()
        await district()
        const answers = []
        for (const number of [here.brought[brought].petition.number, '2600000000']) {
          const path = here.addressOf(page.pattern, brought, number)
          const { statements, result } = await statementsOf(async () =>
            ask(client, here.cast[who], page, path)
          )
          const text = result
            .text()
            .replaceAll(number, '')
            .replace(/value=['"][^'"]+['"]/g, '')
          answers.push({ statements, text, status: result.status() })
        }
        assert.deepEqual(answers[0], answers[1], `${page.name} of ${brought} for ${who}`)
      }
    }
  })

  test('counts for the managers’ page what its reader sees', async ({ client, assert }) => {
    const here = await world(CAST)
    for (const who of ['chief', 'chiefOfFarm', 'manager', 'managerOfPolice'] as const) {
      const page = (await client.get('/izleme').loginAs(here.cast[who])).text()
      const [, open] = /figure-box__value" href="\/kayit\?durum=open">(\d+)/.exec(page)!
      assert.equal(Number(open), seenBy(who).length, `${who}: what is open`)

      const [, missed] = /(\d+) mesaj ulaşmadı/.exec(page)!
      const about = { chief: ['AKB'], chiefOfFarm: ['AKB'], manager: [], managerOfPolice: ['EMN'] }
      const units = about[who] as string[]
      const told = keys(SEEN).filter(
        (brought) => brought !== 'ofOtherAuthority' && !units.includes(here.complainedOf(brought))
      )
      assert.equal(Number(missed), told.length, `${who}: texts that did not arrive`)
    }
  })

  test('counts for the bureau the citizens whom it may call', async ({ client, assert }) => {
    const here = await world(CAST)
    for (const who of BUREAU) {
      const count = await asFragment(client.get('/mesajlar/sayi').loginAs(here.cast[who]))
      const [, shown] = /(\d+)/.exec(count.text().replace(/<[^>]*>/g, ''))!
      assert.equal(Number(shown), seenBy(who).length, who)
    }
  })

  test('leaves no row that somebody looked who saw nothing', async ({ client, assert }) => {
    const here = await world(CAST)
    await client.get(here.addressOf('/dosya/:number', 'aboutBureau')).loginAs(here.cast.desk)
    const looks = await db.from('views').where('officer_id', here.cast.desk.id)
    assert.isEmpty(looks)
  })
})

/** Lists, counts and figures, as pages and as fragments. */
async function lists(client: ApiClient, assert: Assert, here: World, who: Who) {
  const officer = here.cast[who]
  for (const page of decided(LIST, NONE)) {
    if (page.method !== 'GET' || page.pattern.includes(':')) continue
    for (const query of LISTS[page.name] ?? ['']) {
      const path = `${page.pattern}?${query}`
      const whole = await ask(client, officer, page, path)
      assertNothingLeaks(assert, here, who, whole, path)
      const fragment = await asFragment(ask(client, officer, page, path))
      assertNothingLeaks(assert, here, who, fragment, `the fragment of ${path}`)
    }
  }
  const register = await client.get('/kayit').loginAs(officer)
  assert.sameMembers(here.broughtOn(register.text()), seenBy(who), `the register of ${who}`)
}

/** By number what is seen, by petitioner what is known besides. */
async function searches(client: ApiClient, assert: Assert, here: World, who: Who) {
  const search = async (ara: string) => {
    const page = await ask(client, here.cast[who], { method: 'POST' }, '/kayit').form({ ara })
    return page.status() === 403 ? [] : here.broughtOn(page.text())
  }
  const known = seenBy(who).filter((brought) => (SEEN[brought].known ?? [who]).includes(who))
  for (const brought of keys(SEEN)) {
    const { petition, phone } = here.brought[brought]
    const byNumber = seenBy(who).includes(brought) ? [brought] : []
    assert.deepEqual(await search(petition.number), byNumber, `${brought} by number`)
    const byPhone = known.includes(brought) ? [brought] : []
    assert.deepEqual(await search(phone), byPhone, `${brought} by telephone`)
  }
  assert.sameMembers(await search(TRAINING_ID), known)
}

/** Cards, each form on them, and messages. */
async function cards(client: ApiClient, assert: Assert, here: World, who: Who) {
  const officer = here.cast[who]
  for (const brought of keys(SEEN)) {
    const sees = seenBy(who).includes(brought)
    for (const page of sees ? decided(PETITION) : decided(PETITION, ACT)) {
      const path = here.addressOf(page.pattern, brought)
      const fields = { version: '0', unit: 'MUF', from: 'missed' }
      const sent = ask(client, officer, page, path)
      const answer = await (page.method === 'POST' ? sent.form(fields) : sent)
      const status = answer.status()
      if (!sees) assert.oneOf(status, [403, 404], `${page.name} of ${brought} for ${who}`)
      else if (['cards.show', 'messages.index'].includes(page.name)) assert.equal(status, 200)
      assertNothingLeaks(assert, here.except(brought), who, answer, `${page.name} of ${brought}`)
    }
    const fragment = here.addressOf('/dosya/:number/mesajlar', brought)
    const messages = await asFragment(client.get(fragment).loginAs(officer))
    assertNothingLeaks(assert, here.except(brought), who, messages, `messages of ${brought}`)
  }
}

function seenBy(who: Who) {
  return keys(SEEN).filter((brought) => SEEN[brought].by.includes(who))
}

function keys<K extends string>(of: Record<K, unknown>) {
  return Object.keys(of) as K[]
}
