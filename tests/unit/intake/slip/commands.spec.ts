import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { judge, Petition, SlipKeys } from '#intake'
import { said } from '#tests/support/command_line'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'
import { run } from '#tests/support/running/program'
import { dayIn, digestOf } from '../../../../app/intake/slip/content.ts'
import { SlipCode } from '../../../../app/intake/slip/slip_code.ts'

test.group('node ace receipt:verify', (group) => {
  wrapped(group)
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  async function slip() {
    const { petition } = await Petition.receive(details())
    const { number, receivedAt } = petition
    const { signing } = SlipKeys.own()
    const code = SlipCode.issue(number, dayIn(receivedAt), digestOf(petition)!, signing)
    return { petition, code }
  }

  /** What it wrote beside its errors, and how it ended. */
  async function verified(code: string) {
    const written: string[] = []
    const { write } = process.stdout
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0
    try {
      const { exitCode } = await ace.exec('receipt:verify', [code])
      return { exitCode, words: written.join('') }
    } finally {
      process.stdout.write = write
    }
  }

  test('says that a slip is genuine and its petition unchanged', async ({ assert }) => {
    const { petition, code } = await slip()
    const { exitCode, words } = await verified(code)
    assert.equal(exitCode, 0, said())
    assert.include(words, `Genuine: petition ${petition.number}`)
    assert.include(words, 'says what it said then')
  })

  test('says that what is kept is another petition by now', async ({ assert }) => {
    const { petition, code } = await slip()
    await db.from('petitions').where('id', petition.id).update({ text: 'Başka söz.' })
    const { exitCode } = await verified(code)
    assert.equal(exitCode, 1)
    assert.include(said(), 'is not the one of the slip')
  })

  test('says what is wrong, and repeats nothing of it', async ({ assert }) => {
    const { code } = await slip()
    for (const [text, sentence] of [
      [`${code.slice(0, -3)}AAA`, 'was changed'],
      ['Merhaba', 'no slip'],
      ['https://x.example/sorgula?numara=2604812075', 'look-up'],
    ] as const) {
      const { exitCode, words } = await verified(text)
      assert.equal(exitCode, 1)
      assert.include(said(), sentence)
      assert.notInclude(words, text)
    }
  })
})

test.group('node ace receipt:rotate', () => {
  const APP_KEY = 'rotating_rotating_rotating_rotating'

  async function settings(text: string) {
    const folder = await mkdtemp(join(tmpdir(), 'rotate-'))
    await writeFile(join(folder, '.env'), text, { mode: 0o600 })
    return folder
  }

  function rotate(folder: string, more: NodeJS.ProcessEnv = {}) {
    const { SLIP_KEY, SLIP_KEYS_RETIRED, APP_KEY: _, ...env } = process.env
    return run(process.execPath, ['ace.js', 'receipt:rotate'], {
      env: { ...env, NODE_ENV: 'development', ENV_PATH: folder, ...more },
    })
  }

  test('makes another key twice, and slips of all three are genuine', async ({ assert }) => {
    const folder = await settings(`# mine\nAPP_KEY=${APP_KEY}\nSLIP_KEY=\nLOG_LEVEL=fatal\n`)
    const file = join(folder, '.env')
    const known: string[] = []
    for (let times = 0; times < 2; times++) {
      const { status, output } = await rotate(folder)
      assert.equal(status, 0, output)
      const text = await readFile(file, 'utf8')
      const { SLIP_KEY, SLIP_KEYS_RETIRED, LOG_LEVEL } = parseEnv(text)
      assert.equal(LOG_LEVEL, 'fatal')
      assert.include(text, '# mine')
      assert.notInclude(output, SLIP_KEY!)
      const keys = new SlipKeys(SLIP_KEY, SLIP_KEYS_RETIRED)
      assert.include(output, keys.signing.public.fingerprint)
      known.push(SLIP_KEY!)
      assert.lengthOf(keys.all, times + 2)
    }
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    const last = parseEnv(await readFile(file, 'utf8'))
    const today = dayIn(DateTime.now())
    const verdicts = known.map((seed) => {
      const { signing } = new SlipKeys(seed)
      const code = SlipCode.issue('2604812075', today, Buffer.alloc(32), signing)
      return judge(code, new SlipKeys(last.SLIP_KEY, last.SLIP_KEYS_RETIRED)).verdict
    })
    assert.deepEqual(verdicts, ['retired', 'genuine'])
  })

  test('says so where the key stands elsewhere, and changes nothing', async ({ assert }) => {
    const text = `APP_KEY=${APP_KEY}\n`
    const folder = await settings(text)
    const elsewhere = Buffer.alloc(32, 5).toString('base64')
    const { status, output } = await rotate(folder, { SLIP_KEY: elsewhere })
    assert.equal(status, 1)
    assert.include(output, 'SLIP_KEY comes from the environment')
    assert.notInclude(output, elsewhere)
    assert.equal(await readFile(join(folder, '.env'), 'utf8'), text)
  })
})
