import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { AttachmentRounds, Petition } from '#intake'
import env from '#start/env'
import { Attachment } from '../../../../app/intake/models/attachment.ts'
import { Store } from '../../../../app/intake/attachments/store/store.ts'
import { FormToken } from '../../../../app/intake/form/form_token.ts'
import { tokenDigest } from '../../../../app/intake/receiving/form_keys.ts'
import { wrapped } from '#tests/support/database'
import { PDF, withFilesFolder } from '#tests/support/files'
import { details } from '#tests/support/petitions'

const heard: [object, string][] = []
const log = {
  info: (data: object, message: string) => void heard.push([data, message]),
  error: (data: object, message: string) => void heard.push([data, `error: ${message}`]),
}

async function* bytes() {
  yield PDF
}

/** A file of a form, so many minutes old. */
async function kept(token: string, minutes: number, about: Record<string, unknown> = {}) {
  const file = await Store.keep(bytes())
  const row = await Attachment.create({
    holder: tokenDigest(token),
    position: 1,
    digest: tokenDigest(file),
    part: 'petition',
    name: 'dilekçe',
    kind: 'pdf',
    size: PDF.length,
    state: 'ready',
    tries: 0,
    file,
    ...about,
  })
  const at = DateTime.utc().minus({ minutes }).toFormat('yyyy-MM-dd HH:mm:ss')
  await db.from('attachments').where('id', row.id).update({ created_at: at })
  return { row, path: join(env.get('FILES_FOLDER')!, file) }
}

test.group('Files that nobody needs any more', (group) => {
  wrapped(group)
  withFilesFolder(group)
  group.each.setup(() => void heard.splice(0))

  test('go an hour after their form, and it is said', async ({ assert }) => {
    const old = await kept(FormToken.issue(), 61)
    const young = await kept(FormToken.issue(), 59)
    const { petition } = await Petition.receive(details())
    const sent = await kept(FormToken.issue(), 600, { petitionId: petition.id })
    await new AttachmentRounds(log).round()
    assert.deepEqual(
      [old, young, sent].map(({ path }) => existsSync(path)),
      [false, true, true]
    )
    assert.lengthOf(await db.from('attachments'), 2)
    assert.deepEqual(heard, [
      [{ files: 1 }, 'Attachments taken away: their form was not sent within an hour'],
    ])
  })

  test('are their petition’s when they came after the form', async ({ assert }) => {
    const token = FormToken.issue()
    const { petition } = await Petition.receive(details(), { token })
    const { row, path } = await kept(token, 61)
    await new AttachmentRounds(log).round()
    await row.refresh()
    assert.equal(row.petitionId, petition.id)
    assert.isTrue(existsSync(path))
  })

  test('go when no row names them, and only then', async ({ assert }) => {
    const { path } = await kept(FormToken.issue(), 5)
    const folder = dirname(path)
    const far = join(env.get('FILES_FOLDER')!, '2020/01/02')
    mkdirSync(far, { recursive: true })
    const hex = 'a'.repeat(32)
    const names = {
      gone: join(folder, hex),
      goneUnfinished: join(folder, `${hex}.part`),
      goneFar: join(far, hex),
      foreign: join(folder, 'notlar.txt'),
    }
    for (const name of Object.values(names)) writeFileSync(name, 'x')
    const young = join(folder, 'b'.repeat(32))
    writeFileSync(young, 'x')
    const before = Date.now() / 1000 - 3700
    for (const name of [...Object.values(names), path]) utimesSync(name, before, before)
    await new AttachmentRounds(log).round()
    const there = [names.gone, names.goneUnfinished, names.goneFar, names.foreign, young, path]
    assert.deepEqual(there.map(existsSync), [false, false, false, true, true, true])
    assert.deepEqual(heard, [[{ files: 3 }, 'Files taken away that no attachment names']])
  })

  test('are checked again when a check broke off', async ({ assert }) => {
    const { row } = await kept(FormToken.issue(), 5, { state: 'waiting' })
    await new AttachmentRounds(log).round()
    await row.refresh()
    assert.equal(row.state, 'ready')
  })
})
