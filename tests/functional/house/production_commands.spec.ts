import { test } from '@japa/runner'
import { run } from '#tests/support/program'

const DELETING = [
  ...['db:wipe', 'db:truncate'],
  ...['migration:fresh', 'migration:refresh', 'migration:reset', 'migration:rollback'],
]

test.group('On a server', () => {
  for (const command of DELETING) {
    test(`${command} deletes nothing, whatever is forced`, async ({ assert }) => {
      const env = { ...process.env, NODE_ENV: 'production', SQLITE_FILE: ':memory:' }
      const { status, output } = await run(process.execPath, ['ace.js', command, '--force'], {
        env: { ...env, DB_CONNECTION: 'sqlite' },
      })
      assert.equal(status, 1)
      assert.include(output, `${command} deletes what people have written`)
      assert.notMatch(output, /\n\s+at /)
    })
  }
})
