import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import sharp from 'sharp'
import { AttachmentRounds } from '#intake'
import env from '#start/env'
import { RESERVE } from '../../../../app/intake/attachments/store/store.ts'
import { wrapped } from '#tests/support/database'
import { PDF, withFilesFolder } from '#tests/support/files'
import { smallDisk } from '#tests/support/small_disk'
import { fields, send } from './sent.ts'

const SILENT = { info() {}, error() {} }
const MB = 1024 * 1024

/** A photograph of nothing that is like anything else: it stays as long when it is written anew. */
function noise(width: number) {
  const about = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width, height: width, channels: 3, background: '#888', noise: about } })
    .jpeg({ quality: 82 })
    .toBuffer()
}

test.group('A disk that is full in the middle of a file', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)
  group.each.setup(() => {
    const usual = RESERVE.bytes
    RESERVE.bytes = 0
    return () => void (RESERVE.bytes = usual)
  })

  test('keeps what had room, says so of the other, and leaves nothing of it', async ({
    client,
    assert,
    cleanup,
  }) => {
    const disk = smallDisk(env.get('FILES_FOLDER')!, MB)
    cleanup(disk.remove)
    const form = fields({ attach: '1' })
    const large = Buffer.concat([PDF, Buffer.alloc(3 * MB, 'a')])
    const page = await send(client, form, { 'küçük.pdf': PDF, 'büyük.pdf': large })
    page.assertStatus(422)
    assert.include(page.text(), '“büyük” şu anda saklanamıyor')
    for (const kept of [form.text, form.phone, 'küçük']) assert.include(page.text(), kept)
    assert.lengthOf(stored(), 1)
    const sent = await send(client, { ...form, attached: '1', send: '1' }, {})
    sent.assertStatus(303)
    assert.lengthOf(await db.from('attachments').whereNotNull('petition_id'), 1)
  })

  test('lets a photograph wait that has no room to be written anew', async ({
    client,
    assert,
    cleanup,
  }) => {
    const photograph = await noise(1200)
    assert.isAbove(photograph.length, 0.6 * MB)
    assert.isBelow(photograph.length, MB)
    const disk = smallDisk(env.get('FILES_FOLDER')!, 1.1 * MB)
    cleanup(disk.remove)
    const sent = await send(client, fields({ send: '1' }), { 'çukur.jpg': photograph })
    sent.assertStatus(303)
    const state = async () => (await db.from('attachments').firstOrFail()).state
    assert.equal(await state(), 'waiting')
    assert.lengthOf(stored(), 1, 'nothing of the half')
    disk.grow()
    await db.from('attachments').update({ due_at: '2026-01-01 00:00:00' })
    await new AttachmentRounds(SILENT).round()
    assert.equal(await state(), 'ready')
    assert.lengthOf(stored(), 1)
  })
})
