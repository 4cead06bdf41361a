import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { test } from '@japa/runner'
import { serviceSettings } from '../../../bin/service_settings.js'

/** What a unit of the guide runs, and with which settings. */
function units() {
  const guide = readFileSync('docs/operations/install.md', 'utf8')
  const section = /## 5\. Services\n([^]*?)\n## 6\./.exec(guide)![1]!
  const [, web] = /acik-kapi\.service`:\n\n((?: {4}.*\n)+)/.exec(section)!
  return { web: web!.replace(/^ {4}/gm, ''), section }
}

test.group('How Node runs', () => {
  const settings = serviceSettings()

  test('is bounded in memory', ({ assert }) => {
    assert.match(settings.NODE_OPTIONS!, /--max-old-space-size=\d+ --max-semi-space-size=\d+/)
    assert.match(settings.MALLOC_ARENA_MAX!, /^\d+$/)
    assert.deepEqual(settings, parseEnv(readFileSync('service.env', 'utf8')))
  })

  test('stands in one place for the services of the guide', ({ assert }) => {
    const { web, section } = units()
    const [, folder] = /^WorkingDirectory=(.+)$/m.exec(web)!
    assert.include(web, `EnvironmentFile=${folder}/service.env\n`)
    assert.notMatch(section, /NODE_OPTIONS|MALLOC_|--max-/, 'nothing beside it')
    assert.include(section, 'acik-kapi-worker.service`: the same with `ExecStart=')
    assert.match(
      readFileSync('adonisrc.ts', 'utf8'),
      /pattern: 'service\.env'/,
      'goes into a build'
    )
  })

  test('is the same for npm start and the measurement', ({ assert }) => {
    for (const [file, use] of [
      ['bin/start.ts', 'programs.stay(args, { ...env, ...serviceSettings() }'],
      ['bench/house.ts', '{ ...this.env, ...serviceSettings(), NODE_ENV'],
    ] as const) {
      const code = readFileSync(file, 'utf8')
      assert.include(code, use, file)
      assert.notMatch(code, /--max-|MALLOC_/, file)
    }
  })

  test('is what Node takes', async ({ assert }) => {
    const { execFileSync } = await import('node:child_process')
    const env = { ...process.env, ...settings }
    const asked = 'require("node:v8").getHeapStatistics().heap_size_limit'
    const limit = Number(execFileSync(process.execPath, ['-p', asked], { env })) / 1024 / 1024
    assert.isBelow(limit, 300)
  })
})
