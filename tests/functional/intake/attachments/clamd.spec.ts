import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { AttachmentRounds } from '#intake'
import env from '#start/env'
import { LARGEST } from '../../../../app/intake/attachments/longest.ts'
import { wrapped } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { Clamd } from '#tests/support/programs/clamd'
import { fields, send } from './sent.ts'

const SILENT = { info() {}, error() {} }

/** The text that every scanner finds and that does no harm (EICAR); in two, or it would be found here. */
const FOUND = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR` + '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

test.group('A real scanner of files', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)
  group.tap((one) => one.skip(!Clamd.isInstalled, Clamd.MISSING).timeout(60_000))

  test('finds what is to be found, passes what is not, and is waited for', async ({
    client,
    assert,
    cleanup,
  }) => {
    const clamd = await Clamd.start(FOUND)
    cleanup(clamd.stop)
    env.set('CLAMD', clamd.socket)
    cleanup(() => env.set('CLAMD', ''))
    const form = fields({ attach: '1' })
    const page = await send(client, form, {
      'kötü.pdf': Buffer.concat([PDF, Buffer.from(FOUND)]),
      'iyi.pdf': PDF,
      'çukur.jpg': await photo(),
      // As long as may be, in many pieces; what is to be found would stand at its very end.
      'uzun.pdf': Buffer.concat([PDF, Buffer.alloc(LARGEST - PDF.length, 'a')]),
    })
    page.assertStatus(422)
    assert.include(page.text(), '“kötü” içinde zararlı yazılım bulundu')
    const states = await db.from('attachments').orderBy('position').select('name', 'state')
    assert.deepEqual(
      states.map(({ name, state }) => `${name} ${state}`),
      ['kötü refused', 'iyi ready', 'çukur ready', 'uzun ready']
    )
    assert.lengthOf(stored(), 3)

    await clamd.stop()
    const again = fields({ send: '1' })
    const sent = await send(client, again, { 'bekler.pdf': PDF })
    sent.assertStatus(303)
    const state = async () => (await db.from('attachments').where('name', 'bekler').first()).state
    assert.equal(await state(), 'waiting')
    const back = await Clamd.start(FOUND)
    cleanup(back.stop)
    env.set('CLAMD', back.socket)
    await db.from('attachments').update({ due_at: '2026-01-01 00:00:00' })
    await new AttachmentRounds(SILENT).round()
    assert.equal(await state(), 'ready')
  })

  test('finds it at the end of a file as well', async ({ client, assert, cleanup }) => {
    const clamd = await Clamd.start(FOUND)
    cleanup(clamd.stop)
    env.set('CLAMD', clamd.socket)
    cleanup(() => env.set('CLAMD', ''))
    const long = Buffer.concat([PDF, Buffer.alloc(LARGEST - PDF.length - 68, 'a')])
    const page = await send(client, fields({ attach: '1' }), {
      'uzun.pdf': Buffer.concat([long, Buffer.from(FOUND)]),
    })
    assert.include(page.text(), 'zararlı yazılım bulundu')
    assert.lengthOf(stored(), 0)
  })
})
