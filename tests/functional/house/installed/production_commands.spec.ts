import { createServer, type AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { freePort } from '#tests/support/free_port'
import { run } from '#tests/support/running/program'

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

/** What the program says of settings with which it cannot work, and nothing of its inside. */
const REFUSED = [
  {
    of: 'the numbers, proxies and networks',
    set: {
      SESSION_HOURS: '0',
      PETITIONS_PER_HOUR: '-3',
      SMS_DAILY_CEILING: '1.5',
      TRUSTED_PROXIES: '127.0.0.1, nginx',
      HOUSE_NETWORKS: '10.20.0.0/99',
    },
    said: [
      'These settings are wrong:',
      '- TRUSTED_PROXIES: "nginx" is no address like 127.0.0.1',
      '- SESSION_HOURS is a whole number, at least 1, not "0"',
      '- HOUSE_NETWORKS: "10.20.0.0/99" is no network like 10.20.0.0/16 or 2001:db8::/48',
      '- SMS_DAILY_CEILING is a whole number, at least 0, not "1.5"',
      '- PETITIONS_PER_HOUR is a whole number, at least 0, not "-3"',
    ],
  },
  {
    of: 'the keys of slips',
    set: { SLIP_KEY: 'short', SLIP_KEYS_RETIRED: 'x@2026-11-29' },
    said: [
      'These settings are wrong:',
      '- SLIP_KEY is 32 bytes in base 64, as "openssl rand -base64 32" makes them',
      '- SLIP_KEYS_RETIRED: "x@2026-11-29" is no public key with its last day, as key@2026-11-29',
    ],
  },
  {
    of: 'the quiet hours',
    set: { SMS_QUIET_HOURS: 'at night' },
    said: ['SMS_QUIET_HOURS is written as 21:00-08:00 or none, not at night'],
  },
  {
    of: 'how long things are kept',
    set: { KEEP_VIEWS_DAYS: '3' },
    said: ['KEEP_VIEWS_DAYS is a whole number of days, at least 365, not 3'],
  },
  {
    of: 'the sender of e-mails',
    set: { MAIL_MAILER: 'smtp', MAIL_FROM_ADDRESS: '' },
    said: ['MAIL_FROM_ADDRESS is missing: from whom e-mails come'],
  },
  {
    of: 'the key',
    set: { APP_KEY: 'short' },
    said: ['APP_KEY: The value of your key should be at least 16 characters long'],
  },
  {
    of: 'the file of a gateway’s authority',
    args: ['ace.js', 'worker'],
    set: { SMS_GATEWAYS: 'turk:smpp', TURK_TLS: 'true', TURK_CA: '/not/there' },
    said: ['TURK_CA: /not/there cannot be read'],
  },
  {
    of: 'the place of the SMS centre',
    args: ['ace.js', 'sms:centre'],
    said: ['NODE_ENV: the SMS centre is a simulator and does not start in production'],
  },
]

async function production(args: string[], set: NodeJS.ProcessEnv = {}) {
  const env = { NODE_ENV: 'production', DB_CONNECTION: 'sqlite', SQLITE_FILE: ':memory:' }
  const { status, output } = await run(process.execPath, args, {
    env: { ...process.env, ...env, ...set },
  })
  return { status, lines: output.split('\n').filter((line) => !/^\(.*[Ww]arning/.test(line)) }
}

test.group('Wrong settings on a server', () => {
  const server = ['--import=@poppinss/ts-exec', 'bin/server.ts']

  for (const { of, args = server, set = {}, said } of REFUSED) {
    test(`are named in a sentence and nothing else: ${of}`, async ({ assert }) => {
      const { status, lines } = await production(args, set)
      assert.deepEqual(lines, said)
      assert.equal(status, 1)
    })
  }

  test('are named in a sentence and nothing else: a port that is taken', async ({
    assert,
    cleanup,
  }) => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    cleanup(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { status, lines } = await production(server, { PORT: String(port) })
    const taken = `listen EADDRINUSE: address already in use 127.0.0.1:${port}`
    assert.deepEqual(lines, [`HOST and PORT: ${taken}`])
    assert.equal(status, 1)
  })

  test('are named in a sentence where no database answers', async ({ assert }) => {
    const away = { DB_CONNECTION: 'mysql', DB_HOST: '127.0.0.1', DB_SOCKET: '' }
    const silent = { ...away, DB_PORT: String(await freePort()) }
    const noFile = { ...away, DB_SOCKET: '/nowhere/mysqld.sock' }
    const tries = [
      [['migration:run', '--force'], silent, 'DB_HOST and DB_PORT (ECONNREFUSED)'],
      [['officer:list'], silent, 'DB_HOST and DB_PORT (ECONNREFUSED)'],
      [['officer:list'], noFile, 'DB_SOCKET (ENOENT)'],
    ] as const
    for (const [args, set, where] of tries) {
      const sentence = `The database does not answer at ${where}.`
      const { status, lines } = await production(['ace.js', ...args], { ...set })
      assert.include(lines.join('\n'), sentence)
      assert.notMatch(lines.join('\n'), /\n +at |\\n +at |┃/)
      assert.equal(status, 1)
    }
  })
})
