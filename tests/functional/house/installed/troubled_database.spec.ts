import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { heardLog } from '#tests/support/heard_log'
import { officer, received, referredTo, submitted } from '#tests/support/journey'
import { troubles } from '#tests/support/databases/troubled_database'
import {
  filled,
  GOOD,
  posted,
  walked,
  wholeHouse,
  type FoundForm,
} from '#tests/support/walks/every_form'
import { everyField, everyPost, filledIn, TYPED } from '#tests/support/walks/typed_everywhere'

/** They write nothing, or nothing but what the tests keep in memory, or have nothing to take back. */
const WRITE_NOTHING = [
  ...['lookups.store', 'en.lookups.store', 'sessions.store', 'sessions.destroy', 'sign_outs.store'],
  ...['searches.store', 'template_previews.store', 'template_defaults.store'],
  ...['delivery_receipts.store', 'silences.destroy', 'gateway_pauses.destroy'],
  // The first press says what would be.
  ...['holidays.store', 'holidays.update', 'deadline_rules.destroy'],
  'reminder_rules.destroy',
  // It gets the name that it has; nobody has looked yet, and nobody has wished for paper.
  ...['kept_filters.update', 'onlookers.destroy', 'paper_wishes.destroy'],
  ...['office.lookups.store', 'en.office.lookups.store', 'notice_previews.store'],
  ...['slip_checks.store', 'en.slip_checks.store', 'office.slip_checks.store'],
  ...['en.office.slip_checks.store', 'slip_comparisons.store'],
  // Asked while somebody writes.
  ...['warnings.store', 'en.warnings.store', 'office.warnings.store', 'en.office.warnings.store'],
  'desk_warnings.store',
  ...[
    'form_questions.store',
    'en.form_questions.store',
    'office.form_questions.store',
    'en.office.form_questions.store',
  ],
  'desk_questions.store',
  // By its page’s own name alone; and what a card shows again.
  ...['draft_sittings.store', 'draft_sittings.destroy', 'offered_texts.store'],
  // What nobody sealed is nobody's form.
  'outage_forms.store',
  ...['proposals.store', 'read_backs.store', 'desk.edit'],
  ...['answer_checks.store', 'example_insertions.store'],
  // Without a model that is asked, which a test of its own has, nothing is written.
  ...['draft_proposals.store', 'proposal_confirmations.store'],
  // Nothing is kept before the last page.
  ...['petition_pages.store', 'en.petition_pages.store', 'office.petition_pages.store'],
  'en.office.petition_pages.store',
  // Sessions stand in memory here, and the gateway that the walk paused is paused already.
  ...['own_sessions.destroy', 'stand_ins.store', 'stand_ins.destroy', 'gateway_pauses.store'],
]
/** What comes with a file or after one, what there is before the first authority alone, after a code, a join or a withdrawal, of a tip-off or a complaint alone, of whoever came before. */
const ELSEWHERE =
  /^imports\.|(^|\.)(setups|own_petitions|withdrawals\.destroy|surveys|objections|survey_links|additions|attachments|desk_files|card_files|telephone_files|telephones\.update|joins|strikings|namings|identity_checks|parked_forms|desk_people|counter_talks|answer_examples|merges\.destroy|waves|wave_answers|wave_stops)\b/

/** What browsers, programs and scanners ask for. */
const WANTED = [
  'text/html',
  'application/json',
  'application/vnd.api+json',
  'text/plain',
  'image/png',
]

/** What only the inside knows. Whole words: a form's token may hold any few letters by chance. */
const INSIDE =
  /\b(?:sqlite3?|mysql2?|mariadb|knex)\b|\b(?:insert into|select|update|begin)\b [`*]|127\.0\.0\.1|node_modules|\.[jt]s:\d/i
const CODES = /\b(?:ECONN[A-Z]{3}|ER_[A-Z]{3}|SQLITE_[A-Z]{3})/

interface Person {
  officer: Officer
  petition: Petition
  message: number
}

/** Who works at what: each form of the product is open to one of them. */
async function everybody(): Promise<Person[]> {
  const phone = PhoneNumber.parse('0500 099 88 77')
  const work: [string, Petition][] = [
    ['sef', await received({ phone })],
    ['tarim', await referredTo('TAR', { phone })],
    ['tarim.amir', await submitted()],
    ['sef', await referredTo('TAR', { phone })],
    ['bilgiislem', await received()],
  ]
  return Promise.all(
    work.map(async ([login, petition]) => ({
      officer: await officer(login),
      petition,
      message: await missed(petition),
    }))
  )
}

async function missed(petition: Petition) {
  const message = await db.from('messages').where('petition_id', petition.id).first()
  if (!message) return 0
  const end = { state: 'rejected', fault: '0x0000040A', attempts: 3, version: 1 }
  const at = '2026-01-05 09:00:00'
  await db
    .from('messages')
    .where({ id: message.id })
    .update({ ...end, final_at: at, missed_at: at })
  return message.id as number
}

/** What these forms ask for besides, or instead. */
function fieldsFor(name: string, { petition }: Person, token: string) {
  const fields = { ...everyField(), version: String(petition.version) }
  if (name.endsWith('petitions.store') || name === 'desk.store') {
    return { ...fields, locale: '', token }
  }
  if (name === 'message_templates.update') {
    return { ...fields, version: '0', text: `${TYPED.word} {number}, {secret}, {dueOn}.` }
  }
  if (name === 'silences.store') return { ...fields, reason: 'declined' }
  if (name === 'forwardings.store') return { ...fields, unit: 'SGK' }
  return fields
}

async function sendEverything(client: ApiClient, people: Person[], token: string) {
  const answers: { name: string; status: number; wanted: string; text: string }[] = []
  for (const { name, pattern } of everyPost()) {
    for (const person of people) {
      const { petition, message } = person
      const address = filledIn(pattern, {
        ...{ number: petition.number, message: String(message), gateway: 'log' },
        ...{ event: 'received', channel: 'sms', locale: 'tr' },
      })
      const fields = fieldsFor(name, person, token)
      const asked = client.post(address).loginAs(person.officer).withCsrfToken().redirects(0)
      const wanted = WANTED[answers.length % WANTED.length]!
      const answer = await asked.form(fields).header('accept', wanted)
      const text = JSON.stringify(answer.body()) + answer.text()
      answers.push({ name, status: answer.status(), wanted, text })
    }
  }
  return answers
}

/** Each form of each page once more as it would go through, for what must fit together to be written. */
async function sendForms(client: ApiClient, forms: FoundForm[], known: Record<string, string>) {
  const answers: { name: string; status: number; wanted: string; text: string }[] = []
  for (const form of forms.filter(({ method }) => method === 'POST')) {
    const fields = Object.entries(filled(form, known)).map(([name, value]) => [
      name,
      value === 'Deneme' ? TYPED.word : value,
    ])
    const answer = await posted(client, form.who, form.action, Object.fromEntries(fields))
    const [name, text] = [form.route, JSON.stringify(answer.body()) + answer.text()]
    answers.push({ name, status: answer.status(), wanted: 'anything', text })
  }
  return answers
}

interface Everything {
  people: Person[]
  /** of a petition's form, asked for in time */
  token: string
  forms: FoundForm[]
  known: Record<string, string>
}

async function sendAll(client: ApiClient, { people, token, forms, known }: Everything) {
  const broad = await sendEverything(client, people, token)
  return [...broad, ...(await sendForms(client, forms, known))]
}

function without(all: string[], some: string[]) {
  return all.filter((one) => !some.includes(one))
}

test.group('A database in trouble', (group) => {
  emptied(group)

  test('brings nothing typed into the log and nothing of the inside out, whatever form was sent', async ({
    assert,
    client,
    cleanup,
  }) => {
    const possible = await troubles({ cleanup })
    const people = await everybody()
    const known = { ...GOOD, ...(await wholeHouse(client)) }
    const { forms } = await walked(client)
    const page = (await client.get('/basvuru')).text()
    const token = hiddenFields(page, '/basvuru').token!
    for (const [name, begin] of Object.entries(possible)) {
      const lines = await heardLog({ cleanup })
      const end = await begin()
      const answers = await sendAll(client, { people, token, forms, known }).finally(end)
      const log = lines.join('')
      for (const word of Object.values(TYPED)) assert.notInclude(log, word, name)
      const failed = answers.filter(({ status }) => status >= 500)
      // Of what keeps an authority somebody is told that another was in the way, and may press again.
      const reached = answers.filter(({ status }) => status >= 500 || status === 409)
      const intact = everyPost()
        .map((one) => one.name)
        .filter((one) => !reached.some((answer) => answer.name === one))
      assert.deepEqual(
        without(intact, WRITE_NOTHING).filter((one) => !ELSEWHERE.test(one)),
        [],
        `${name}: the trouble reached every form`
      )
      for (const { name: form, wanted, text } of failed) {
        for (const pattern of [INSIDE, CODES]) {
          assert.notMatch(text, pattern, `${name}, ${form}: says nothing of the inside`)
        }
        if (wanted !== 'text/html') continue
        assert.lengthOf(text.match(/<main\b/g) ?? [], 1, `${name}, ${form}: is a page`)
        assert.include(text, TYPED.word, `${name}, ${form}: keeps it all`)
      }
      const told = lines.filter((line) => line.includes('A request could not be answered'))
      assert.lengthOf(told, failed.length, name)
    }
  }).timeout(600_000)
})
