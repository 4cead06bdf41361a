import { spawnSync } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { heardLog } from '#tests/support/heard_log'

const TYPED = 'Ayşe Deneme 12345678950'

/** What carries somebody's words when it fails. */
function failures() {
  const sql = Object.assign(new Error(`insert … values ('${TYPED}') - no such table`), {
    code: 'SQLITE_ERROR',
    sql: 'insert …',
    bindings: [TYPED],
  })
  const places = new Error(`${TYPED}\n    at ${TYPED} (file:///${TYPED}.ts:1:1)`)
  const parser = caught(() => JSON.parse(`[${TYPED}`))
  const address = caught(() => new URL(TYPED))
  const wrapped = new Error('outside', { cause: new AggregateError([sql], TYPED, { cause: sql }) })
  const odd = Object.assign(new TypeError(TYPED), { code: TYPED, [TYPED]: TYPED })
  return { sql, places, parser, address, wrapped, odd }
}

function caught(work: () => unknown) {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing failed')
}

test.group('The log', () => {
  for (const [name, error] of Object.entries(failures())) {
    test(`holds nothing that was typed, whoever logs it and however: ${name}`, async ({
      assert,
      cleanup,
    }) => {
      const lines = await heardLog({ cleanup })
      const logger = await app.container.make('logger')
      logger.error(error as never)
      logger.error({ err: error })
      logger.error({ err: error }, error.message)
      logger.warn({ reason: error }, `It failed: ${error.message}`)
      logger.fatal({ error, route: 'petitions.store' }, 'The petition was not written')
      logger.trace('It failed: %s', error as never)
      logger.child({ request_id: '1' }).error({ err: error }, error.message)

      assert.lengthOf(lines, 7)
      for (const word of [...TYPED.split(' '), '[Object']) {
        assert.notInclude(lines.join(''), word)
      }
      const kept = JSON.parse(lines[4]!)
      assert.equal(kept.msg, 'The petition was not written')
      assert.equal(kept.route, 'petitions.store')
      assert.equal(kept.error.type, error.constructor.name)
      assert.match(kept.error.at[0], /^tests\/unit\/house\/log\.spec\.[jt]s:\d+:\d+$/)
    })
  }

  test('keeps the words of a failed connection and not its stack', async ({ assert, cleanup }) => {
    const lines = await heardLog({ cleanup })
    const logger = await app.container.make('logger')
    logger.warn(`Acquire connection error: ${new Error('Access denied').stack}`)
    assert.equal(JSON.parse(lines[0]!).msg, 'Acquire connection error: Error: Access denied')
  })

  test('keeps the code of an error and of its cause', async ({ assert, cleanup }) => {
    const lines = await heardLog({ cleanup })
    const logger = await app.container.make('logger')
    const { sql } = failures()
    logger.error({ err: new Error(TYPED, { cause: sql }) }, 'Failed')
    assert.equal(JSON.parse(lines[0]!).err.cause.code, 'SQLITE_ERROR')
  })

  for (const way of ['throw error', 'Promise.reject(error)']) {
    test(`holds nothing that was typed when nobody caught an error: ${way}`, ({ assert }) => {
      const program = `
        import { endQuietly } from '#exceptions/last_words'
        endQuietly()
        const error = Object.assign(new Error('${TYPED}'), { sql: '${TYPED}', bindings: ['${TYPED}'] })
        setImmediate(() => { ${way} })`
      const args = ['--import=@poppinss/ts-exec', '--input-type=module', '--eval', program]
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
      assert.equal(status, 1)
      assert.include(stderr, 'Ended by an error that nobody caught')
      for (const word of TYPED.split(' ')) assert.notInclude(stdout + stderr, word)
    })
  }
})
