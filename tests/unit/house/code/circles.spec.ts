import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

type Files = Record<string, string>

const { imports: ALIASES } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Files }

/** Every file of app/, by its path. */
const house: Files = Object.fromEntries(
  globSync('app/**/*.ts').map((path) => [path, readFileSync(path, 'utf8')])
)

/**
 * The circles of imports in these files, each by its shortest way round. Whoever reads or changes
 * one file of a circle has to know all of them, types included.
 */
function circles(files: Files) {
  const found = Object.keys(files).flatMap((file) => wayBack(file, files) ?? [])
  return [...new Map(found.map((circle) => [circle.toSorted().join(), circle])).values()].map(
    (circle) => [...circle, circle[0]].join(' → ')
  )
}

/** The files that one passes from this one until one is back at it; null when no way leads back. */
function wayBack(start: string, files: Files): string[][] | null {
  const seen = new Set<string>()
  let ways = [[start]]
  while (ways.length > 0) {
    const further: string[][] = []
    for (const way of ways) {
      for (const next of imported(way.at(-1)!, files)) {
        if (next === start) return [way]
        if (seen.has(next)) continue
        seen.add(next)
        further.push([...way, next])
      }
    }
    ways = further
  }
  return null
}

const known = new Map<string, string[]>()

/** What a file names of these files: import, import type, import(), re-export, a type in place. */
function imported(path: string, files: Files) {
  const code = files[path]!
  const named =
    known.get(code) ?? ts.preProcessFile(code, true, true).importedFiles.map((one) => one.fileName)
  known.set(code, named)
  return named.map((name) => resolved(path, name)).filter((target) => target in files)
}

function resolved(path: string, name: string) {
  const place = name.startsWith('.') ? join(path, '..', name) : unaliased(name)
  return place.replace(/\.js$/, '.ts')
}

function unaliased(name: string) {
  const [folder] = name.split('/')
  const target = ALIASES[name] ?? ALIASES[`${folder}/*`]
  return target ? join(target.replace('*', name.slice(folder!.length + 1))) : name
}

const LEADING_BACK = [
  ['an import', `import { Step } from './step.ts'`],
  ['a type', `import type { Step } from './step.ts'`],
  ['a type among names', `import { type Step } from './step.ts'`],
  ['a type in place', `export type S = import('./step.ts').Step`],
  ['a late import', `const { Step } = await import('./step.ts')`],
  ['a passed-on name', `export { Step } from './step.ts'`],
  ['everything passed on', `export * from './step.ts'`],
  ['a way through the door', `import { Step } from '#intake'`],
  ['a way by a folder’s alias', `import { Step } from '#app/intake/step'`],
] as const

test.group('No file leads back to itself', () => {
  test('nowhere in app/, types included', ({ assert }) => {
    assert.isNotEmpty(house)
    assert.deepEqual(circles(house), [])
  })

  test('names the circle that {0} closes')
    .with([...LEADING_BACK])
    .run(({ assert }, [, code]) => {
      const files = {
        'app/intake/main.ts': `export { Step } from './step.ts'`,
        'app/intake/petition.ts': code,
        'app/intake/step.ts': `import { Petition } from './petition.ts'`,
      }
      const [circle, ...others] = circles(files)
      assert.include(circle, 'app/intake/petition.ts → ')
      assert.include(circle, 'app/intake/step.ts')
      assert.isEmpty(others)
    })

  test('lets files use one below them by two ways', ({ assert }) => {
    const files = {
      'app/intake/a.ts': `import './b.ts'; import './c.ts'`,
      'app/intake/b.ts': `import './c.ts'`,
      'app/intake/c.ts': `import { DateTime } from 'luxon'`,
    }
    assert.isEmpty(circles(files))
  })
})
