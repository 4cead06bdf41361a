import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { blindIndex } from '#shared/keys'
import { found } from '#tests/support/brought'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'
import { lineOf, sealed, sentForms, words } from '#tests/support/outage'
import { person, province } from '#tests/support/databases/three_authorities'
import { OutageForm } from '../../../../app/intake/models/outage_form.ts'

test.group('The short code of a provisional slip', (group) => {
  wrapped(group)

  test('finds in the register the petition that came of it, however it is typed', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    await sentForms(client, masa, [await sealed(line, line.tokens[0]!.token, words())])
    const { reference, shownReference } = await OutageForm.firstOrFail()
    const { number } = await db.from('petitions').firstOrFail()
    const typed = [
      ...[reference, shownReference, ` ${reference.toLowerCase()} `],
      ...[reference.toLocaleLowerCase('tr'), `${reference.slice(0, 3)}-${reference.slice(3)}`],
    ]
    for (const one of typed) assert.deepEqual(await found(client, one), [number], one)
    assert.isEmpty(await found(client, reference.slice(0, 7)))
    const kept = await db.from('inquiries').where('kind', 'slip')
    assert.lengthOf(kept, typed.length)
    assert.equal(kept[0].digest, blindIndex('inquiry', reference))
  })

  test('with Turkish letters in it is the same code', async ({ client, assert }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    await sentForms(client, masa, [await sealed(line, line.tokens[0]!.token, words())])
    await OutageForm.query().update({ reference: 'ICSGABCD' })
    const { number } = await db.from('petitions').firstOrFail()
    for (const one of ['İCSG ABCD', 'ıçşğ abcd']) {
      assert.deepEqual(await found(client, one), [number], one)
    }
  })

  test('finds nothing for whoever may not see the petition, and none while there is none', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const back = await sealed(line, line.tokens[1]!.token, words({ phone: '0500 012' }))
    await sentForms(client, masa, [
      await sealed(line, line.tokens[0]!.token, words({ text: 'Yol.' })),
      back,
    ])
    const { reference } = await OutageForm.query().whereNotNull('petition_id').firstOrFail()
    const { number } = await db.from('petitions').firstOrFail()
    await newOfficer('tarim2', 'TAR', ['unitOfficer'])
    assert.isEmpty(await found(client, reference, 'tarim2'))
    await db.from('petitions').update({ circle: 'unit' })
    assert.isEmpty(await found(client, reference, 'masa'))
    assert.deepEqual(await found(client, reference, 'sef'), [number])
    const open = await OutageForm.query().where('is_open', true).firstOrFail()
    assert.isEmpty(await found(client, open.reference, 'sef'))
  })

  test('is another authority’s alone', async ({ client, assert }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    await sentForms(client, masa, [await sealed(line, line.tokens[0]!.token, words())])
    const { reference } = await OutageForm.firstOrFail()
    const { governorate } = await province()
    await person(governorate, 'il.masa', 'AKB', ['bureauOfficer'])
    assert.isEmpty(await found(client, reference, 'il.masa'))
  })
})
