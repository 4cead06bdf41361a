import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { LONGEST } from '#shared/typed/typed'

/** Whoever reads a form or an address as it came, and why. */
const READ_IT: Record<string, string> = {
  'app/middleware/body_middleware.ts': 'the door itself',
  'app/middleware/upload_middleware.ts': 'the same door, of forms with a file',
  'app/middleware/arrivals_middleware.ts': 'the same door, of forms with attachments',
  'app/shared/typed/typed.ts': 'the reader',
  'app/notification/controllers/delivery_receipts_controller.ts': 'no person typed it: a machine',
}

const METHODS = 'input|body|qs|all|only|except|updateBody|updateQs|raw'
const BY_HAND = new RegExp(
  `\\brequest\\??\\.(?:${METHODS})\\b|\\{[^{}]*\\b(?:${METHODS})\\b[^{}]*\\} = [\\w.]*\\brequest\\b`
)

function isReadByHand(code: string) {
  return BY_HAND.test(code.replace(/\/\*[^]*?\*\/|\/\/.*/g, ''))
}

test.group('What people type', () => {
  test('is read by one reader, in every file of app/', ({ assert }) => {
    const files = globSync('app/**/*.ts')
    const found = files.filter((file) => isReadByHand(readFileSync(file, 'utf8')))
    assert.sameMembers(found, Object.keys(READ_IT))
  })

  test('is not read otherwise without being noticed', ({ assert }) => {
    const otherwise = [
      `const name = ctx.request.input('name')`,
      `const { name } = request.body()`,
      `const { sonra } = ctx.request.qs()`,
      `const typed = request.only(['name'])`,
      `const { input } = ctx.request`,
    ]
    for (const line of otherwise) assert.isTrue(isReadByHand(line), line)
    for (const line of ['Typed.from(ctx)', 'request.ip()', '// request.body()']) {
      assert.isFalse(isReadByHand(line), line)
    }
  })

  test('is cut by no browser without a word', ({ assert }) => {
    for (const view of globSync('resources/views/**/*.edge')) {
      assert.notMatch(readFileSync(view, 'utf8'), /\bmaxlength\b/i, view)
    }
  })
})

test.group('The limit of a field', () => {
  test('is what its column holds, on either database', async ({ assert }) => {
    const limits = await Promise.all(globSync('app/*/longest.ts').map(limitsIn))
    assert.isNotEmpty(limits.flat())
    for (const { table, column, max } of limits.flat()) {
      const { type, maxLength } = (await db.connection().columnsInfo(table))[column]!
      const isText = /text/i.test(type)
      if (isText) assert.isAtMost(max, LONGEST, `${table}.${column}`)
      else assert.equal(Number(maxLength), max, `${table}.${column}`)
    }
  })

  test('of paragraphs fits every column of text', async ({ assert }) => {
    // SQLite's have no limit.
    if (db.connection().dialect.name !== 'mysql') return
    const bytes = 3 * LONGEST
    for (const table of await db.connection().getAllTables()) {
      for (const [column, info] of Object.entries(await db.connection().columnsInfo(table))) {
        if (!/text/i.test(info.type)) continue
        assert.isAtLeast(Number(info.maxLength), bytes, `${table}.${column}`)
      }
    }
  })
})

interface Limit {
  table: string
  column: string
  max: number
}

async function limitsIn(file: string): Promise<Limit[]> {
  const module = (await import(pathToFileURL(join(process.cwd(), file)).href)) as {
    LONGEST: Record<string, Record<string, number>>
  }
  return Object.entries(module.LONGEST).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, max]) => ({ table, column, max }))
  )
}
