import router from '@adonisjs/core/services/router'
import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Browser } from '#database/demo/browser'
import { emptied } from '#tests/support/database'
import { routeOf, walked, wholeHouse } from '#tests/support/walks/every_form'

const url = () => `http://${process.env.HOST}:${process.env.PORT}`

/** Where it is kept of each line that was looked at, and of none where there is none. */
const OF_ITS_LINES = ['visit_rounds.show']

/** What is written whenever somebody looks, because it must be: who looked at somebody's own. */
const WANTED: Record<string, string[]> = {
  'cards.show': ['insert into `views`'],
  'previews.show': ['insert into `views`'],
  'letters.show': ['insert into `views`'],
  'last_days.show': ['insert into `views`'],
  'approvals.show': ['insert into `views`'],
  'approval_lots.show': ['insert into `views`'],
  'wants.show': ['insert into `views`'],
  'answer_examples.create': ['insert into `views`'],
  'answer_versions.index': ['insert into `views`'],
  'interim_answers.create': ['insert into `views`'],
  'answer_replacements.create': ['insert into `views`'],
  'deliveries.show': ['insert into `views`'],
  // Four answers wait for the post.
  'address_labels.show': Array.from({ length: 4 }, () => 'insert into `views`'),
  'objection_decisions.show': ['insert into `views`'],
  'commitments.create': ['insert into `views`'],
  'commitments.edit': ['insert into `views`'],
  'directive_answers.create': ['insert into `views`'],
  'sample_calls.edit': ['insert into `views`'],
  'unit_questions.show': ['insert into `views`'],
  'contact_plans.create': ['insert into `views`'],
  'ready_messages.create': ['insert into `views`'],
  'visit_rounds.show': ['insert into `views`'],
  'assignments.edit': ['insert into `views`'],
  'strikings.edit': ['insert into `views`'],
  'amendments.edit': ['insert into `views`'],
  'merges.show': ['insert into `views`'],
  'waves.show': ['insert into `views`'],
  'namings.edit': ['insert into `views`'],
  'recognitions.create': ['insert into `views`'],
  'counter_checks.create': ['insert into `views`'],
  'signing_sheets.show': ['insert into `views`'],
  'forwarding_letters.show': ['insert into `views`'],
  'calls.create': ['insert into `views`'],
  'mails.show': ['insert into `inquiries`'],
  'mail_forms.create': ['insert into `inquiries`'],
  'outage_forms.edit': ['insert into `inquiries`'],
}

/** And which petition an officer has open now; not what is kept of one that was handed over. */
const OPEN = { pages: ['cards.show', 'previews.show'], write: 'insert into `onlookers`' }

/** Pages that are shown once, or for a while: after what was typed, tried, taken out of a file or into one. */
const ONCE = [
  ...[
    'answer_examples.create',
    'attachments.show',
    'counter_talks.create',
    // The next of a list, and a part of a page that is asked for as it is opened.
    'neighbours.show',
    'offered_texts.index',
    'desk_receipts.show',
    'desk_telephones.show',
    'desk_telephone_files.show',
    'resumptions.show',
    'test_messages.show',
    // No link leads there while it is off; and what only the worker finds.
    ...['assistants.show', 'waves.show'],
    // Asked by an open page that says it is still open.
    'onlookers.show',
  ],
  ...['officer_slips.show', 'imports.show', 'exports.show'],
  // A file.
  ...['forwarding_papers.show', 'letter_papers.show'],
]

/** What no link leads to, and the page asks for by itself. */
const ASKED_BY_PAGES = { sef: ['/mesajlar/sayi', '/masa/hat', '/masa/sira/simdi'] }

function readBehindTheSignIn() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ methods, middleware }) => {
      const isStaffs = [...middleware.all()].some((one) => 'name' in one && one.name === 'staff')
      return isStaffs && methods.includes('GET')
    })
    .map(({ name }) => name!)
}

/** The statements that write while `work` runs, as far as their tables. */
async function writes(work: () => Promise<unknown>) {
  const heard: string[] = []
  const hear = ({ sql }: { sql: string }) => {
    const [write] = /^\s*(insert into|update|delete from|replace into) `\w+`/i.exec(sql) ?? []
    if (write) heard.push(write)
  }
  const client = db.connection().getReadClient()
  client.on('query', hear)
  await work()
  client.off('query', hear)
  return heard
}

/** Sessions stand in the database, as in production; in other tests they stand in memory. */
async function withSessionsInTheDatabase({ cleanup }: Pick<TestContext, 'cleanup'>) {
  const begun = Promise.withResolvers<{ store: string }>()
  emitter.once('session:initiated', ({ session }) =>
    begun.resolve((session as unknown as { config: { store: string } }).config)
  )
  await fetch(`${url()}/giris`)
  const config = await begun.promise
  const before = config.store
  config.store = 'database'
  cleanup(() => void (config.store = before))
}

async function signedIn(login: string) {
  const browser = new Browser(url())
  const { status } = await browser.post('/giris', { login, password: DEMO_PASSWORD })
  if (status !== 303) throw new Error(`${login} cannot sign in: ${status}`)
  return browser
}

test.group('Whoever opens a page again', (group) => {
  emptied(group)

  test('writes nothing, but that it was looked at where that is kept', async (context) => {
    const { client, assert } = context
    await wholeHouse(client)
    const pages = (await walked(client)).pages.filter(({ who }) => who)
    await withSessionsInTheDatabase(context)
    const seen = new Set<string>()
    for (const [login, own] of Map.groupBy(pages, ({ who }) => who!.login)) {
      const browser = await signedIn(login)
      const asked = login === 'sef' ? ASKED_BY_PAGES.sef : []
      for (const path of [...own.map((page) => page.path), ...asked]) {
        const route = routeOf(path, 'GET')
        assert.isBelow((await browser.get(path)).status, 400, path)
        const all = await writes(() => browser.get(path))
        const second = OPEN.pages.includes(route) ? all.filter((one) => one !== OPEN.write) : all
        const isEmpty = OF_ITS_LINES.includes(route) && all.length === 0
        assert.deepEqual(second, isEmpty ? [] : (WANTED[route] ?? []), `${route} of ${login}`)
        seen.add(route)
      }
      browser.close()
    }
    const missing = readBehindTheSignIn().filter((name) => !seen.has(name))
    assert.sameMembers(missing, ONCE)
    assert.isNotEmpty(await db.from('sessions'))
  }).timeout(300_000)
})
