import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'

/** What stood in several places before, each a little different: the one place, and how it is told. */
const WRITTEN_ONCE = [
  [
    'how a moment is kept',
    'app/shared/dates/stored.ts',
    /'yyyy-MM-dd HH:mm:ss'|(?<!query)\.toSQL\(|fromSQL\(/,
  ],
  ['what does not exist', 'app/shared/not_found.ts', /E_ROUTE_NOT_FOUND\(/],
  ['a sealed column', 'app/shared/sealed.ts', /decrypt<string>\(value/],
  ['what a session holds sealed', 'app/shared/sealed.ts', /typeof kept === 'string' \?/],
] as const

const FILES = globSync('{app,commands,database,providers,start}/**/*.ts')

test.group('Written once', () => {
  for (const [what, place, pattern] of WRITTEN_ONCE) {
    test(`${what}: ${place}`, ({ assert }) => {
      const found = FILES.filter((path) => pattern.test(readFileSync(path, 'utf8')))
      assert.deepEqual(found, [place])
    })
  }
})
