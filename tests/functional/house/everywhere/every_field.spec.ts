import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { isReadAt } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import {
  filled,
  GOOD,
  opened,
  posted,
  routeOf,
  sent,
  walked,
  wholeHouse,
  type FoundForm,
} from '#tests/support/walks/every_form'
import { keepCatalogues } from '#tests/support/walks/kept_catalogues'
import type { Field } from '#tests/support/walks/forms'
import { MariaDbServer } from '#tests/support/databases/mariadb_server'
import { onSecondDatabase } from '#tests/support/databases/second_database'

/** On SQLite it asks MariaDB as well, all the same questions: once is enough. */
const once = process.env.DB_CONNECTION === 'sqlite'

/** Nothing that stands in any list of ours; found again in whatever column it would be kept. */
const OUTSIDE = 'hicbir-listede-yok'

/** What people, programs and ill-wishers put into a field. */
const TYPED: Record<string, string> = {
  'nothing': '',
  'spaces': ' \t\u00a0 ',
  'a space of no width': '\u200b',
  'the blank of Braille': '\u2800',
  'a filler of Hangul': '\u3164',
  'a mark that turns the line': '\u202eters',
  'NUL': 'a\0b',
  'VT': 'a\vb',
  'a tower of marks': `a${'\u0301'.repeat(3_000)}`,
  'a word of 85 letters': 'ğ'.repeat(85),
  '10,001 letters': 'ş'.repeat(10_001),
  '__proto__': '__proto__',
  'what is in no list': OUTSIDE,
  'letters outside ASCII': 'Ayşe’nin Привет 水 👍',
  'a number of 30 digits': '9'.repeat(30),
}

/** What a field becomes: each of the above, a list, an object, or nothing at all. */
function variants({ name }: Field): [what: string, fields: Record<string, string> | null][] {
  return [
    ...Object.entries(TYPED).map(([what, value]): [string, Record<string, string>] => [
      what,
      { [name]: value },
    ]),
    ['a list', { [`${name}[]`]: OUTSIDE }],
    ['an object', { [`${name}[__proto__]`]: 'a', [`${name}[a]`]: OUTSIDE }],
    ['no field', null],
  ]
}

/** Where a word is kept as it is, whatever the table. */
async function columnsWith(word: string, texts: Texts) {
  const found: string[] = []
  for (const [table, columns] of texts) {
    const rows = await db.from(table).where((any) => {
      for (const column of columns) void any.orWhere(column, word)
    })
    for (const row of rows) {
      found.push(...columns.filter((column) => row[column] === word).map((c) => `${table}.${c}`))
    }
  }
  return found
}

type Texts = [table: string, columns: string[]][]

/** The columns of every table that hold words. */
async function allTexts() {
  const texts: Texts = []
  for (const table of await db.connection().getAllTables()) {
    const info = await db.connection().columnsInfo(table)
    const columns = Object.entries(info).filter(([, { type }]) => /char|text/i.test(type))
    if (columns.length > 0) texts.push([table, columns.map(([name]) => name)])
  }
  return texts
}

type Statuses = Record<string, number>

/** What of a list is ticked: a field for each row, all of one sort. */
const TICKED = /^p\d{10}$/
/** What belongs to one of several rows, by its id. */
const OF_A_ROW = /-\d+$/
/** Numbers are drawn by lot and ids go on from test to test, on each database others. */
const called = (name: string) => (TICKED.test(name) ? 'a row' : name.replace(OF_A_ROW, ' of a row'))
/** Not all rows of a list can go one way, which is said of each: tests/functional/routing/queue/several.spec.ts. */
const IN_PART = /referral_lots\.store$/

/** Whoever brought nothing else has nothing to be merged with: no number is good there. */
function isInVain({ route, fields }: FoundForm) {
  return route === 'merges.store' && !fields.some(({ name }) => name === 'other')
}

/** What each form answers to each value in each of its fields. */
async function answers(client: ApiClient) {
  const known = { ...GOOD, ...(await wholeHouse(client)) }
  const texts = await allTexts()
  const { forms } = await walked(client)
  // What has no form in every run has none here: sessions of an earlier test may still be in memory.
  const written = forms.filter(
    (form) => form.method === 'POST' && !NO_FORM.test(form.route) && !isInVain(form)
  )
  const giveBack = keepCatalogues()
  const statuses: Statuses = {}
  const kept: string[] = []
  const refused: string[] = []
  for (const form of written) {
    const untried = ({ name }: Field) =>
      isReadAt(form.action, name) &&
      (!LOOKS.test(form.route) || name.startsWith('draft-')) &&
      !(`${form.route} ${called(name)}: nothing` in statuses)
    const ticked = form.fields.filter(({ name }) => TICKED.test(name)).slice(1)
    for (const field of form.fields.filter((one) => untried(one) && !ticked.includes(one))) {
      const { [field.name]: good = '', ...others } = filled(form, known)
      // So many can be added to one petition as each field sends.
      if (/additions\.store$/.test(form.route)) await db.from('additions').delete()
      const cases = [['what is good', { [field.name]: good }] as const, ...variants(field)]
      for (const [what, change] of cases) {
        // Added words stand hidden on a page that asks for number and code once more.
        const isKept = field.name === 'words'
        const isOutside = field.isChosen && !isKept && Object.values(change ?? {}).includes(OUTSIDE)
        const look = async () => (isOutside ? columnsWith(OUTSIDE, texts) : [])
        const { status, seen } = await sent(client, form, { ...others, ...change }, look)
        const key = `${form.route} ${called(field.name)}: ${what}`
        statuses[key] = status
        const isRefused = status >= 400 && !(status === 422 && IN_PART.test(form.route))
        if (what === 'what is good' && isRefused) refused.push(key)
        kept.push(...seen.map((column) => `${key}: ${column}`))
      }
    }
  }
  giveBack()
  return { statuses, kept, refused, routes: new Set(written.map(({ route }) => route)) }
}

/** Where a page of a list began, as it was never written: past the end, no day, no number. */
const CURSORS = [
  ...['0', '1', '-1', '1e9', '9999999999', '2026-11-28_1', '2026-02-30_1', '0000-00-00_0'],
  ...['9999-99-99_9999999999', '99999999999_1', '0_0', "1' or '1'='1"],
]
/** What addresses ask that no link and no form of the pages shows. */
const ASKED = ['sonra', 'next', 'cikis', 'from']
/** What fits an address. */
const SHORT = Object.values(TYPED).filter((value) => value.length < 1_000)
/** What is no letter at all, as an address writes it. */
const BROKEN = ['%', '%ff', '%00', '%ed%a0%80', '..%2f..', '%5B%5D']

type Found = Awaited<ReturnType<typeof walked>>

/** What each page answers to each value in all that its address may ask. */
async function answersToQueries(client: ApiClient, { pages, forms }: Found) {
  const lists = forms.filter(({ method }) => method === 'GET')
  const names = new Set([
    ...ASKED,
    ...pages.flatMap(({ path }) => [...asked(path).keys()]),
    ...lists.flatMap(({ fields }) => fields.map(({ name }) => name)),
  ])
  const statuses: Statuses = {}
  for (const { path, who } of pages) {
    const texts = [...SHORT, ...CURSORS].map((value) => ['', value] as const)
    for (const [brackets, value] of [...texts, ['[]', OUTSIDE], ['[a]', OUTSIDE]] as const) {
      const query = asked(path)
      for (const name of names) if (!query.has(name)) query.set(`${name}${brackets}`, value)
      const page = await opened(client, who, `${path.split('?')[0]}?${query}`)
      statuses[`${routeOf(path, 'GET')}?${alike(path)} ${brackets}${value}`] = page.status()
    }
  }
  return statuses
}

/** What each page and form answers to each value between the slashes of its address. */
async function answersToNames(client: ApiClient, { pages, forms }: Found) {
  // A small number may be the id of something, in one of the databases.
  const words = [...SHORT, ...CURSORS].filter((word) => !/^\d{1,9}$/.test(word))
  const values = [...words.map((word) => encodeURIComponent(word)), ...BROKEN]
  const statuses: Statuses = {}
  for (const { path, method, who } of [
    ...pages.map((page) => ({ ...page, method: 'GET' })),
    ...forms.map(({ action, ...form }) => ({ ...form, path: action })),
  ]) {
    const parts = path.split('?')[0]!.split('/')
    for (const place of placesIn(path, method)) {
      for (const value of values) {
        const address = parts.with(place, value).join('/')
        const key = `${method} ${routeOf(path, method)} ${place} ${value}`
        if (key in statuses) continue
        const answer =
          method === 'GET' ? opened(client, who, address) : posted(client, who, address)
        statuses[key] = (await answer).status()
      }
    }
  }
  return statuses
}

/** A place in a list, an officer by number and a petition is another one in each database. */
function alike(path: string) {
  const query = asked(path)
  for (const place of ['sonra', 'kisi', 'numara']) if (query.has(place)) query.set(place, 'a place')
  if (/^\d+$/.test(query.get('kim') ?? '')) query.set('kim', 'an officer')
  return query
}

function asked(path: string) {
  return new URLSearchParams(path.split('?')[1] ?? '')
}

/** Which parts of an address its route has no fixed word for. */
function placesIn(path: string, method: string) {
  const { route } = router.match(path.split('?')[0]!, method, false)!
  return route.pattern.split('/').flatMap((part, place) => (part.startsWith(':') ? [place] : []))
}

function failed(statuses: Statuses) {
  return Object.entries(statuses).filter(([, status]) => status >= 500)
}

/** What is answered otherwise on MariaDB: nothing where it is not installed. */
async function otherwise(
  { cleanup }: Pick<TestContext, 'cleanup'>,
  ask: () => Promise<Statuses>,
  here: Statuses
) {
  if (!MariaDbServer.isInstalled) return []
  await onSecondDatabase({ cleanup }, 'lazy')
  const there = await ask()
  return Object.keys({ ...here, ...there })
    .filter((key) => here[key] !== there[key])
    .map((key) => `${key}: ${here[key]} on SQLite, ${there[key]} on MariaDB`)
}

test.group('Every field of every form', (group) => {
  if (!once) return
  emptied(group)

  test('takes or refuses whatever is put into it, the same on both databases', async ({
    client,
    assert,
    cleanup,
  }) => {
    const ask = async () => {
      const { statuses, refused, kept, routes } = await answers(client)
      assert.deepEqual(refused, [], 'what is good goes through')
      assert.deepEqual(failed(statuses), [])
      assert.deepEqual(kept, [], 'what stands in no list is not kept')
      assert.deepEqual(formless(routes), [], 'every form was found')
      return statuses
    }
    assert.deepEqual(await otherwise({ cleanup }, ask, await ask()), [])
  }).timeout(1_200_000)
})

test.group('Every address', (group) => {
  if (!once) return
  emptied(group)

  test('is answered whatever it asks and names, the same on both databases', async ({
    client,
    assert,
    cleanup,
  }) => {
    const ask = async () => {
      await wholeHouse(client)
      const found = await walked(client)
      const [queries, names] = [
        await answersToQueries(client, found),
        await answersToNames(client, found),
      ]
      assert.deepEqual(failed({ ...queries, ...names }), [])
      return { ...queries, ...names }
    }
    assert.deepEqual(await otherwise({ cleanup }, ask, await ask()), [])
  }).timeout(1_200_000)
})

/** What comes with a file, and what only its preview has: tests/functional/administration/imports.spec.ts, intake/attachments/. */
const WITH_A_FILE = ['imports.store', 'imports.update', 'imports.destroy']
/**
 * What is only where a model is (response/assisting), a wave (response/waves), a merger (intake/merging) or a
 * letter (notification/posted_letters.spec.ts), what stands on a result once it is answered (intake/afterwards), what machines call, what stands on a page that a form gives (intake/people/, routing/read_backs.spec.ts), what asks for a one-time code (by_telephone.spec.ts), what there is only before the first authority, what a script sends sealed, and only in
 * somebody's place or where somebody is signed in twice.
 */
const NO_FORM =
  /^delivery_receipts\.|(^|\.)(desk_)?warnings\.|(^|\.)(desk|form)_questions\.|(^|\.)own_petitions\.|(^|\.)telephones\.update|(^|\.)setups\.|^stand_ins\.destroy|^own_sessions\.|^identity_checks\.|^proposals\.|^desk\.edit$|^outage_forms\.store|^onlookers\.destroy|^counter_talks\.|^draft_sittings\.store$|^answer_examples\.|^draft_proposals\.|^proposal_confirmations\.|^merges\.destroy|^paper_wishes\.destroy|^posted_letters\.store|(^|\.)(surveys|objections|survey_links)\.|^wave_(answers|stops)\./

/** They look something up beside a draft: of all that stands on its card they read the draft alone. */
const LOOKS = /^(answer_checks|example_insertions|offered_texts)\.store$/

/** Addresses that take a form, and no page has one for them. */
function formless(found: Set<string>) {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ methods }) => methods.includes('POST'))
    .map(({ name }) => name!)
    .filter((name) => !found.has(name) && !NO_FORM.test(name))
    .filter(
      (name) =>
        !WITH_A_FILE.includes(name) &&
        !/(^|\.)(attachments|desk_files|card_files|telephone_files)\.store$/.test(name)
    )
}
