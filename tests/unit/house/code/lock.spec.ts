import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

interface Locked {
  resolved?: string
  optionalDependencies?: Record<string, string>
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8')
)

/** package.json's own and every package's, wherever npm has put them. */
function isLocked(path: string, name: string) {
  const levels = path.split('/node_modules/')
  const places = levels.map((_, depth) => levels.slice(0, depth + 1).join('/node_modules/'))
  return [`node_modules/${name}`, ...places.map((place) => `${place}/node_modules/${name}`)].some(
    (place) => place in packages
  )
}

test.group('package-lock.json', () => {
  /**
   * npm leaves packages of other kinds of machines out when its registry does not have them, and
   * then refuses `npm ci` because they are missing (npm 11.19, "Missing: … from lock file").
   */
  test('names the packages of every kind of machine, so that npm ci works', ({ assert }) => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(path, name))
    )
    assert.deepEqual(missing, [])
  })

  test('names no server to fetch from', ({ assert }) => {
    const bound = Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))
    assert.deepEqual(bound, [])
  })
})
