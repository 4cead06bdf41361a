import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { said, sittingThere } from '#tests/support/command_line'
import { wrapped } from '#tests/support/database'

test.group('The command that judges suggestions', (group) => {
  wrapped(group)
  sittingThere(group)

  test('says how many are right, with the lists and without', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'judged-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'list.tsv')
    const texts = ['Erzak kolisi istiyorum\tSYDV', 'Mazot desteği yatmadı\tTAR', 'Su yok\tYOK']
    writeFileSync(file, `text\tunit\n${texts.join('\n')}\n`)
    const command = await ace.exec('routing:evaluate', [file])
    assert.equal(command.exitCode, 0, said())
    assert.include(said(), '3 texts, 1 of them for a unit that is not there')
    assert.include(said(), 'lists as they are: first 66.7 %, among three 66.7 %')
    assert.include(said(), 'five folds, texts alone')
  })

  test('knows no other authority', async ({ assert }) => {
    const command = await ace.exec('routing:evaluate', ['x.tsv', '--authority=yok'])
    assert.equal(command.exitCode, 1)
  })
})
