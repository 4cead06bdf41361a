import { readFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { Store } from '../../../../app/intake/attachments/store/store.ts'
import { wrapped } from '#tests/support/database'
import { withFilesFolder } from '#tests/support/files'
import { fields, send } from './sent.ts'

/** 64 × 48, red on the left and blue on the right, with EXIF and a place, written by heif-enc. */
const HEIC = readFileSync('tests/support/two_colours.heic')

test.group('A photograph as newer telephones take it', (group) => {
  wrapped(group)
  withFilesFolder(group)

  test('is a JPEG for whoever reads it, without what was written beside it', async ({
    client,
    assert,
  }) => {
    assert.include(HEIC.toString('latin1'), 'Deneme')
    const page = await send(client, fields({ attach: '1' }), { 'IMG_0001.HEIC': HEIC })
    page.assertStatus(200)
    const { kind, state, file } = await db.from('attachments').firstOrFail()
    assert.deepEqual([kind, state], ['jpeg', 'ready'])
    const pieces: Buffer[] = []
    for await (const piece of Store.open(file)) pieces.push(piece)
    const shown = Buffer.concat(pieces)
    assert.notInclude(shown.toString('latin1'), 'Deneme')
    const { width, height, format, exif } = await sharp(shown).metadata()
    assert.deepEqual([width, height, format, exif], [64, 48, 'jpeg', undefined])
    const at = async (left: number) => {
      const one = { left, top: 20, width: 1, height: 1 }
      const [red, , blue] = await sharp(shown).extract(one).raw().toBuffer()
      return red! > blue! ? 'red' : 'blue'
    }
    assert.deepEqual([await at(8), await at(56)], ['red', 'blue'])
  })

  test('that is half a one is refused with a sentence', async ({ client, assert }) => {
    const half = HEIC.subarray(0, 900)
    const page = await send(client, fields({ attach: '1' }), { 'IMG_0002.HEIC': half })
    page.assertStatus(422)
    assert.include(page.text(), 'açılamadı ve saklanmadı')
  })
})
