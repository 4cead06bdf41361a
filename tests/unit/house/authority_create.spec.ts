import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue, Officer } from '#organisation'
import { withoutDistrict } from '#tests/support/empty_district'

const CREATE = [
  ...['ornekova', 'Örnekova Kaymakamlığı', '--plate=10', '--district=Örnekova'],
  ...['--metropolitan', '--chief=Deneme Kişi'],
]

test.group('A new installation', (group) => {
  withoutDistrict(group)
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => {
      delete process.env.PASSWORD
      ace.ui.switchMode('normal')
    }
  })

  test('gets its authority, lists, rules and a chief who can sign in', async ({ assert }) => {
    process.env.PASSWORD = 'uzun-bir-parola'
    const command = await ace.exec('authority:create', CREATE)
    assert.equal(command.exitCode, 0)
    const catalogue = await Catalogue.current()
    assert.equal(catalogue.authority.name, 'Örnekova Kaymakamlığı')
    assert.equal(catalogue.bureau.kind, 'bureau')
    assert.isUndefined(catalogue.unitByCode('KHGB'), 'a metropolitan province has no such union')
    assert.equal(catalogue.promise.days, 7)
    const chief = await Officer.verifyCredentials('sef', 'uzun-bir-parola')
    assert.isTrue((await chief.loadRoles()).can('petition.refer'))
  })

  test('is not set up twice, nor with a short password', async ({ assert }) => {
    process.env.PASSWORD = 'kısa'
    assert.equal((await ace.exec('authority:create', CREATE)).exitCode, 1)
    assert.lengthOf(await db.from('authorities'), 0)
    process.env.PASSWORD = 'uzun-bir-parola'
    await ace.exec('authority:create', CREATE)
    assert.equal((await ace.exec('authority:create', CREATE)).exitCode, 1)
    assert.lengthOf(await db.from('authorities'), 1)
  })
})
