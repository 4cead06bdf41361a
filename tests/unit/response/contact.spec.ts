import { test } from '@japa/runner'
import { Contact } from '#response'
import { NotAllowed } from '#routing'
import { officer, received, referredTo } from '#tests/support/journey'
import { wrapped } from '#tests/support/database'

const CALL = { way: 'call', result: 'reached', note: 'Ayşe Hanım yolun yerini tarif etti.' }

test.group('A contact', (group) => {
  wrapped(group)

  test('begins the unit’s work, once', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await Contact.make(petition, tarim, CALL)
    await Contact.make(petition, tarim, { ...CALL, result: 'notReached' })

    assert.equal(petition.stage, 'inProgress')
    const steps = await petition.related('steps').query()
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['tried', 'contacted', 'started', 'referred', 'received']
    )
    const contacts = await Contact.readBy(tarim, petition)
    assert.deepEqual(
      contacts.map(({ result }) => result),
      ['notReached', 'reached']
    )
  })

  test('says everything that is missing at once', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await assert.rejects(
      () => Contact.make(petition, tarim, { way: 'mektup', result: '', note: ' ' }),
      'way.choice, result.choice, note.required'
    )
    assert.lengthOf(await Contact.all(), 0)
  })

  test('is the charged unit’s to make', async ({ assert }) => {
    const atTheDesk = await received()
    const masa = await officer('masa')
    await assert.rejects(() => Contact.make(atTheDesk, masa, CALL), NotAllowed)
    const petition = await referredTo('TAR')
    await assert.rejects(() => Contact.make(petition, masa, CALL), NotAllowed)
  })

  test('is impossible where the unit does not know who brought a tip-off', async ({ assert }) => {
    const petition = await referredTo('EMN', { kind: 'tipOff' })
    const police = await officer('emniyet')
    await assert.rejects(() => Contact.make(petition, police, CALL), NotAllowed)
  })

  test('of the bureau does not tell a unit who brought a tip-off', async ({ assert }) => {
    const petition = await referredTo('AKB', { kind: 'tipOff' })
    const [masa, police] = [await officer('masa'), await officer('emniyet')]
    await Contact.make(petition, masa, CALL)
    assert.lengthOf(await Contact.readBy(masa, petition), 1)
    assert.lengthOf(await Contact.readBy(police, petition), 0)
  })
})
