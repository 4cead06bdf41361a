import { existsSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { leftBy } from '#tests/support/running/over_one'

/** How a test comes to a database, or takes back what it did there. */
const ASKS = /services\/db\b|\b(?:wrapped|wrappedOnce|emptied|fromNothing)\(|\bclient\b/

test.group('What a run of everything runs over one database', () => {
  const [onSqlite, onMariaDb] = [leftBy('mysql'), leftBy('sqlite')]

  test('is there, and left out by one run alone', ({ assert }) => {
    const all = [...onSqlite, ...onMariaDb]
    assert.deepEqual(
      all.filter((file) => !existsSync(file)),
      []
    )
    assert.lengthOf(new Set(all), all.length)
  })

  test('is nothing but pages in a browser, and what asks no database', ({ assert }) => {
    const others = [...onSqlite, ...onMariaDb].filter((file) => !file.startsWith('tests/browser/'))
    const asking = others.filter((file) => ASKS.test(readFileSync(file, 'utf8')))
    assert.deepEqual(asking, [])
  })
})
