import { test } from '@japa/runner'
import { ESLint } from 'eslint'
import { houseRules } from '#tests/support/house_rules'
import { existsSync, globSync, readFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'

const ROOT = process.cwd()
const eslint = new ESLint({ cwd: ROOT })
const { MAY_USE, TABLES, schemaClass } = await houseRules()
const owned = Object.values(TABLES).flatMap((names) => names.split(' ').filter(Boolean))

/** What the house's own rules say about one line, if it stood in that file. */
async function complaints(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath })
  return result!.messages.filter(({ ruleId, fatal }) => ruleId?.startsWith('house/') || fatal)
}

const REFUSED = [
  ['a door downstream', 'app/intake/models/x.ts', `import { Referral } from '#routing'`],
  ['the door of notification', 'app/response/x.ts', `import { Message } from '#notification'`],
  ['the door of insight', 'app/notification/x.ts', `import { figures } from '#insight'`],
  ['the door of sms', 'app/response/x.ts', `import { SmsText } from '#sms'`],
  ['any door, from sms', 'app/sms/x.ts', `import { Message } from '#notification'`],
  ['a tool of trials', 'app/sms/x.ts', `import { SmsCentre } from '#sms_centre'`],
  ['its own door', 'app/intake/x.ts', `import { Petition } from '#intake'`],
  ['a module from shared', 'app/shared/x.ts', `import { Unit } from '#organisation'`],
  ['a type downstream', 'app/intake/x.ts', `import type { Referral } from '#routing'`],
  ['a type in place', 'app/intake/x.ts', `export type R = import('#routing').Referral`],
  ['a late import', 'app/intake/x.ts', `const { Referral } = await import('#routing')`],
  ['a passed-on name', 'app/intake/x.ts', `export { Referral } from '#routing'`],
  ['everything passed on', 'app/intake/x.ts', `export * from '#routing'`],
  ['the inside of another', 'app/routing/x.ts', `import { P } from '../intake/models/petition.js'`],
  ['another from deeper', 'app/routing/models/x.ts', `import { P } from '../../intake/main.js'`],
  ['shared by its path', 'app/routing/x.ts', `import { fold } from '../shared/folded_text.js'`],
  ['a way behind the door', 'app/routing/x.ts', `import P from '#app/intake/models/petition'`],
  ['controllers by the barrel', 'app/intake/x.ts', `import { c } from '#generated/controllers'`],
  ['the inside, from start', 'start/routes.ts', `import { P } from '../app/intake/stages.js'`],
  ['the inside, from commands', 'commands/x.ts', `import '../app/notification/outbox.js'`],
  ['the inside, from seeders', 'database/seeders/x.ts', `import '../../app/intake/stages.js'`],
  ['the inside, by alias', 'providers/x.ts', `import '#app/notification/outbox'`],
  ['another, from a test', 'tests/unit/intake/x.spec.ts', `import '../../../app/routing/x.js'`],
  ['the inside, from a journey', 'tests/journeys/x.spec.ts', `import '../../app/intake/x.js'`],
  ['tests', 'app/intake/x.ts', `import { freePort } from '#tests/support/free_port'`],
  ['tests by path', 'app/intake/x.ts', `import '../../tests/support/free_port.js'`],
  ['the demonstration', 'app/organisation/x.ts', `import '#database/demo/people'`],
  ['the routes', 'app/intake/x.ts', `import '#start/routes'`],
  ['a middleware', 'app/intake/x.ts', `import M from '#middleware/staff/staff_middleware'`],
  [
    'a foreign table',
    'app/routing/models/x.ts',
    `import { PetitionSchema } from '#database/schema'`,
  ],
  ['all tables', 'app/intake/models/x.ts', `import * as all from '#database/schema'`],
  ['tables outside models', 'app/intake/x.ts', `import { StepSchema } from '#database/schema'`],
  ['tables in commands', 'commands/x.ts', `import { StepSchema } from '#database/schema'`],
] as const

const ALLOWED = [
  ['a door upstream', 'app/response/x.ts', `import { Petition } from '#intake'`],
  ['two doors up', 'app/response/x.ts', `import { Unit } from '#organisation'`],
  ['a look from the side', 'app/notification/x.ts', `import { StepTaken } from '#intake'`],
  ['figures on referrals', 'app/insight/x.ts', `import { Referral } from '#routing'`],
  ['sms, from notification', 'app/notification/x.ts', `import { SmsText } from '#sms'`],
  ['its own files', 'app/intake/controllers/x.ts', `import { P } from '../models/petition.js'`],
  [
    'a folder named like a module',
    'app/insight/queries/x.ts',
    `import { r } from './routing/r.js'`,
  ],
  ['shared', 'app/shared/x.ts', `import { fold } from '#shared/folded_text'`],
  ['settings', 'app/notification/x.ts', `import env from '#start/env'`],
  ['its own table', 'app/intake/models/x.ts', `import { PetitionSchema } from '#database/schema'`],
  ['any door, from commands', 'commands/x.ts', `import { Outbox } from '#notification'`],
  ['the barrel, from routes', 'start/routes.ts', `import { c } from '#generated/controllers'`],
  [
    'the officer, from middleware',
    'app/middleware/x.ts',
    `import { Officer } from '#organisation'`,
  ],
  ['own inside, from tests', 'tests/unit/intake/x.spec.ts', `import '../../../app/intake/x.js'`],
  ['a package', 'app/shared/x.ts', `import { DateTime } from 'luxon'`],
] as const

test.group('Doors between the modules', () => {
  for (const [what, path, code] of REFUSED) {
    test(`refuses ${what}: ${path}`, async ({ assert }) => {
      assert.lengthOf(await complaints(path, code), 1, code)
    })
  }

  for (const [what, path, code] of ALLOWED) {
    test(`lets through ${what}: ${path}`, async ({ assert }) => {
      assert.deepEqual(await complaints(path, code), [], code)
    })
  }

  test('the direction is a tree that nobody closes to a circle', ({ assert }) => {
    const order = Object.keys(MAY_USE)
    for (const [zone, others] of Object.entries(MAY_USE)) {
      const upstream = others.filter((other) => order.indexOf(other) < order.indexOf(zone))
      assert.deepEqual(upstream, others, `${zone} looks downstream`)
      assert.notIncludeMembers(others, [zone])
    }
    const used = Object.values(MAY_USE).flat()
    assert.notInclude(used, 'notification')
    assert.notInclude(used, 'insight')
    const users = Object.keys(MAY_USE).filter((zone) => MAY_USE[zone]!.includes('sms'))
    assert.deepEqual(users, ['notification'])
    assert.deepEqual(MAY_USE.sms, [])
  })

  test('every folder of app/ stands in the table', ({ assert }) => {
    assert.sameMembers(
      globSync('app/*'),
      Object.keys(MAY_USE).map((zone) => `app/${zone}`)
    )
  })

  test('every table belongs to exactly one module', async ({ assert }) => {
    const tables = await db.connection().getAllTables()
    assert.deepEqual(owned.toSorted(), tables.filter(isOurs).toSorted())
  })

  test('knows the schema class of every table', async ({ assert }) => {
    const classes = Object.keys(await import('#database/schema'))
    assert.deepEqual(owned.map(schemaClass).toSorted(), classes.toSorted())
  })

  test('shared knows no module: none of their words is in its code', ({ assert }) => {
    const words =
      /petition|referral|forwarding|officer|authorit|subject|holiday|deadline|gateway|receipt/i
    for (const path of globSync('app/shared/**/*.ts')) {
      const code = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      assert.notMatch(code, words, path)
    }
  })

  test('every module has its door', ({ assert }) => {
    for (const module of Object.keys(TABLES)) {
      assert.isTrue(existsSync(`app/${module}/main.ts`), module)
    }
  })
})

test.group('A table is written by its own module', () => {
  const refused = [
    ['app/notification/x.ts', `await trx.from('petitions').where({ id }).update({ stage })`],
    ['app/insight/x.ts', `await db.table('steps').insert({})`],
    ['app/routing/x.ts', `await trx.insertQuery().table('answers').multiInsert([])`],
    ['app/shared/x.ts', `await db.from('sessions').delete()`],
    ['app/intake/x.ts', `await db.from('units').where('id', 1).increment('version', 1)`],
    ['commands/x.ts', `await db.from('petitions').delete()`],
  ] as const
  const allowed = [
    ['app/intake/x.ts', `await trx.from('petitions').where({ id }).update({ stage })`],
    [
      'app/insight/x.ts',
      `await db.from('petitions').join('units', 'units.id', 'unit_id').select('*')`,
    ],
    ['app/intake/x.ts', `new Map().delete(Array.from('abc'))`],
    ['database/seeders/x.ts', `await db.table('authorities').insert({})`],
  ] as const

  for (const [path, code] of refused) {
    test(`refuses in ${path}: ${code}`, async ({ assert }) => {
      assert.lengthOf(await complaints(path, code), 1)
    })
  }

  for (const [path, code] of allowed) {
    test(`lets through in ${path}: ${code}`, async ({ assert }) => {
      assert.deepEqual(await complaints(path, code), [])
    })
  }
})

test.group('A last day is written by the one act that says why', () => {
  const refused = [
    `petition.dueOn = day`,
    `petition.fill({ number, legalDueOn: day })`,
    `await petition.merge({ dueOn: day }).save()`,
    `await trx.from('petitions').where({ id }).update({ due_on: day })`,
    `await trx.table('deadlines').multiInsert({ petition_id: id, due_on: day })`,
  ]
  const allowed = [
    ['app/intake/x.ts', `const shown = { dueOn: petition.dueOn, legalDueOn: petition.legalDueOn }`],
    ['app/intake/x.ts', `await PetitionList.page(officer, { dueOn: today() })`],
    ['app/intake/models/last_day.ts', `await trx.table('deadlines').insert({ due_on: day })`],
  ] as const

  for (const code of refused) {
    test(`refuses ${code}`, async ({ assert }) => {
      assert.lengthOf(await complaints('app/intake/x.ts', code), 1)
    })
  }

  for (const [path, code] of allowed) {
    test(`lets through in ${path}: ${code}`, async ({ assert }) => {
      assert.deepEqual(await complaints(path, code), [])
    })
  }
})

/** Lucid keeps two tables of its own about migrations. */
function isOurs(table: string) {
  return !table.startsWith('adonis_schema')
}
