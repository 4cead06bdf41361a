import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { parseEnv } from 'node:util'
import { DEMO_PASSWORD } from '#config/demonstration'
import { gatewaySettings } from '#sms'

/** Everything that must be refused is refused before anything is written or started. */
async function start(settings: NodeJS.ProcessEnv) {
  const env = { ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', ...settings }
  return new Promise<{ status: unknown; said: string }>((resolve) => {
    const args = ['--import=@poppinss/ts-exec', 'bin/start.ts']
    execFile(process.execPath, args, { env, timeout: 20_000 }, (error, stdout, stderr) =>
      resolve({ status: error?.code, said: stdout + stderr })
    )
  })
}

test.group('npm start', () => {
  test('shows nobody the demonstration in production', async ({ assert }) => {
    const { status, said } = await start({ NODE_ENV: 'production' })
    assert.equal(status, 1)
    assert.include(said, 'does not run with NODE_ENV=production')
    assert.notInclude(said, DEMO_PASSWORD)
  })

  test('stays on the own machine', async ({ assert }) => {
    const { status, said } = await start({ HOST: '0.0.0.0' })
    assert.equal(status, 1)
    assert.include(said, 'HOST must be 127.0.0.1, not 0.0.0.0')
  })

  test('says in one sentence that the port is taken', async ({ assert, cleanup }) => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    cleanup(() => void other.close())
    const { port } = other.address() as AddressInfo

    const { status, said } = await start({ PORT: String(port), SMS_GATEWAYS: 'log' })
    assert.equal(status, 1)
    assert.equal(
      said.trim(),
      `Port ${port} is taken: end the program that uses it, or change .env.`
    )
  })
})

test.group('Settings', () => {
  const known = readFileSync('start/env.ts', 'utf8').matchAll(/^ {2}([A-Z_]+): /gm)
  const settings = [...known].map(([, name]) => name!)

  test('of the tests are complete, so that nobody’s own .env reaches them', ({ assert }) => {
    const givenToEachRun = ['PORT', ...settings.filter((name) => /^(DB_|SQLITE_)/.test(name))]
    const written = Object.keys(parseEnv(readFileSync('.env.test', 'utf8')))
    assert.deepEqual(
      settings.filter((name) => !written.includes(name) && !givenToEachRun.includes(name)),
      []
    )
  })

  test('of a trial are settings that there are', ({ assert }) => {
    const written = Object.keys(parseEnv(readFileSync('.env.example', 'utf8')))
    assert.isNotEmpty(written)
    assert.includeMembers([...settings, ...askedBy('smpp')], written)
  })
})

/** The settings that a gateway looks up by its name. */
function askedBy(gateway: string) {
  const asked: string[] = []
  gatewaySettings(gateway, (name) => void asked.push(name))
  return asked
}
