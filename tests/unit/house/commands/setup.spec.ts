import { test } from '@japa/runner'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const ONE = { 'node_modules/one': { version: '1.0.0' } }

/** A project of one package, whose npm and bundled Node are scripts that say what they were asked. */
class Clone {
  readonly #folder = mkdtempSync(join(tmpdir(), 'acik-kapi-setup-'))

  constructor({ node = 'v26.0.0', npm = 0 } = {}) {
    mkdirSync(join(this.#folder, 'bin'))
    cpSync('bin/setup.js', join(this.#folder, 'bin/setup.js'))
    this.write('package.json', { type: 'module' })
    this.lock('1.0.0')
    this.script('path/npm', `echo "npm $1"; cp -r installed/. .; exit ${npm}`)
    this.write('installed/node_modules/.package-lock.json', { packages: ONE })
    this.write('installed/node_modules/one/package.json', {})
    const says = `[ "$1" = --version ] && echo ${node} || echo "ran $*"`
    this.script('installed/node_modules/.bin/node', says)
  }

  lock(version: string) {
    const elsewhere = { 'node_modules/of-another-machine': { version: '1.0.0', optional: true } }
    const packages = { '': {}, 'node_modules/one': { version }, ...elsewhere }
    this.write('package-lock.json', { packages })
  }

  setUp() {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/setup.js', 'x.ts', 'a'], {
      cwd: this.#folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: join(this.#folder, 'path') + delimiter + process.env.PATH },
    })
    return { said: stdout + stderr, status, installs: stdout.includes('npm ci') }
  }

  remove(path: string) {
    rmSync(join(this.#folder, path), { recursive: true })
  }

  write(path: string, content: object) {
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true })
    writeFileSync(join(this.#folder, path), JSON.stringify(content))
  }

  script(path: string, content: string) {
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true })
    writeFileSync(join(this.#folder, path), `#!/bin/sh\n${content}\n`)
    chmodSync(join(this.#folder, path), 0o755)
  }

  get isThere() {
    return existsSync(this.#folder)
  }
}

test.group('Setup', (group) => {
  const clones: Clone[] = []
  const clone = (about = {}) => {
    const made = new Clone(about)
    clones.push(made)
    return made
  }
  group.teardown(() => clones.forEach((one) => one.isThere && one.remove('.')))

  test('installs a fresh clone, then runs what was asked under the bundled Node', ({ assert }) => {
    const { said, status, installs } = clone().setUp()
    assert.isTrue(installs)
    assert.include(said, 'ran --import=@poppinss/ts-exec x.ts a')
    assert.equal(status, 0)
  })

  test('installs once', ({ assert }) => {
    const fresh = clone()
    fresh.setUp()
    assert.isFalse(fresh.setUp().installs)
  })

  test('does a broken-off installation again', ({ assert }) => {
    const broken = clone()
    broken.setUp()
    broken.remove('node_modules/.package-lock.json')
    assert.isTrue(broken.setUp().installs)
    broken.remove('node_modules/one')
    assert.isTrue(broken.setUp().installs)
  })

  test('installs again when the lock asks for another version', ({ assert }) => {
    const older = clone()
    older.setUp()
    older.lock('2.0.0')
    assert.isTrue(older.setUp().installs)
  })

  test('goes no further when npm fails', ({ assert }) => {
    const { said, status } = clone({ npm: 1 }).setUp()
    assert.equal(status, 1)
    assert.include(said, 'could not be installed')
    assert.notInclude(said, 'ran ')
  })

  test('says what to install where every Node is too old', ({ assert }) => {
    const { said, status } = clone({ node: 'v20.0.0' }).setUp()
    assert.equal(status, 1)
    assert.include(said, 'needs Node 24 or newer')
    assert.notInclude(said, 'ran ')
  })
})
