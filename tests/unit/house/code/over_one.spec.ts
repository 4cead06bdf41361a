import { existsSync } from 'node:fs'
import { test } from '@japa/runner'
import { leftBy, OVER_ONE } from '#tests/support/running/over_one'

test.group('What a run of everything opens over one database', () => {
  const [onSqlite, onMariaDb] = [leftBy('mysql'), leftBy('sqlite')]

  test('is there, and left out by one run alone', ({ assert }) => {
    const all = [...onSqlite, ...onMariaDb]
    assert.deepEqual(
      all.filter((file) => !existsSync(file)),
      []
    )
    assert.lengthOf(new Set(all), all.length)
    assert.lengthOf(all, OVER_ONE.sqlite.length + OVER_ONE.mysql.length)
  })

  test('is nothing but pages in a browser', ({ assert }) => {
    const others = [...onSqlite, ...onMariaDb].filter((file) => !file.startsWith('tests/browser/'))
    assert.deepEqual(others, [])
  })
})
