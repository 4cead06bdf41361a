import { test } from '@japa/runner'
import { Petition, PetitionChanged, PetitionList } from '#intake'
import { ComplainedUnit, ExternalUnit, NotAllowed, Referral, SameUnit } from '#routing'
import { blindIndex } from '#shared/keys'
import { PhoneNumber } from '#shared/typed/phone_number'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { emptied, wrapped } from '#tests/support/database'

test.group('Referring', (group) => {
  wrapped(group)

  test('puts the unit in charge, lets it see the petition, and leaves a step', async ({
    assert,
  }) => {
    const petition = await received()
    const tarim = await officer('tarim')
    assert.isNull(await Petition.findFor(tarim, petition.number))

    const [agriculture, masa] = [await unit('TAR'), await officer('masa')]
    const referral = await Referral.make(petition, agriculture, masa, 'Tarla yolu olabilir')

    assert.equal(referral.unitId, agriculture.id)
    assert.equal(petition.stage, 'routed')
    assert.equal(petition.unitId, agriculture.id)
    assert.isNotNull(await Petition.findFor(tarim, petition.number))
    const [step] = await petition.related('steps').query()
    assert.equal(step!.kind, 'referred')
    assert.equal(step!.note, 'Tarla yolu olabilir')
    assert.equal(step!.officerId, masa.id)
  })

  test('never charges the unit complained about', async ({ assert }) => {
    const police = await unit('EMN')
    const petition = await received({ kind: 'complaint', complainedUnit: police })
    const masa = await officer('masa')
    await assert.rejects(() => Referral.make(petition, police, masa), ComplainedUnit)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'received')
    assert.lengthOf(await Referral.all(), 0)
  })

  test('does not let the bureau answer a complaint about itself', async ({ assert }) => {
    const bureau = await unit('AKB')
    const petition = await received({ kind: 'complaint', complainedUnit: bureau })
    const manager = await officer('kaymakam')
    await assert.rejects(() => Referral.make(petition, bureau, manager), ComplainedUnit)
  })

  test('charges no outside body', async ({ assert }) => {
    const [petition, municipality, masa] = [
      await received(),
      await unit('BEL'),
      await officer('masa'),
    ]
    await assert.rejects(() => Referral.make(petition, municipality, masa), ExternalUnit)
  })

  test('lets the bureau take a petition up itself, once', async ({ assert }) => {
    const petition = await received()
    const [bureau, masa] = [await unit('AKB'), await officer('masa')]
    await Referral.make(petition, bureau, masa)
    assert.equal(petition.stage, 'routed')
    await assert.rejects(() => Referral.make(petition, bureau, masa), SameUnit)
  })

  test('takes a petition from no unit that is at work on it', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const masa = await officer('masa')
    const agriculture = await unit('TAR')
    const forestry = await unit('ORM')
    await assert.rejects(() => Referral.make(petition, agriculture, masa), SameUnit)
    await assert.rejects(() => Referral.make(petition, forestry, masa), NotAllowed)
  })

  test('is the bureau’s to do', async ({ assert }) => {
    const [petition, agriculture] = [await received(), await unit('TAR')]
    for (const login of ['tarim', 'tarim.amir', 'kaymakam', 'bilgiislem']) {
      const other = await officer(login)
      await assert.rejects(() => Referral.make(petition, agriculture, other), NotAllowed)
    }
  })

  test('hides the petitioner of a tip-off from the unit, in lists and in searches', async ({
    assert,
  }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')!
    const { number } = await referredTo('EMN', { kind: 'tipOff', name: 'Ayşe Deneme', phone })
    const [police, masa] = [await officer('emniyet'), await officer('masa')]
    const byPhone = { phoneIndex: blindIndex('phone', phone.e164) }

    const inbox = await PetitionList.page(police, { unitId: police.unitId! })
    assert.containSubset(inbox.rows, [{ number, name: null }])
    assert.lengthOf((await PetitionList.page(police, byPhone)).rows, 0)
    assert.containSubset((await PetitionList.page(masa, byPhone)).rows, [
      { number, name: 'Ayşe Deneme' },
    ])
  })
})

test.group('Two officers at once', (group) => {
  emptied(group)

  test('refer one petition: one of them is told, and nothing is written twice', async ({
    assert,
  }) => {
    const petition = await received()
    const [mine, theirs] = await Promise.all([
      Petition.findOrFail(petition.id),
      Petition.findOrFail(petition.id),
    ])
    const [agriculture, forestry] = [await unit('TAR'), await unit('ORM')]
    const [masa, sef] = [await officer('masa'), await officer('sef')]

    const results = await Promise.allSettled([
      Referral.make(mine!, agriculture, masa),
      Referral.make(theirs!, forestry, sef),
    ])
    const failed = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(failed, 1)
    assert.instanceOf(failed[0]!.reason, PetitionChanged)
    assert.lengthOf(await Referral.all(), 1)
    const steps = await petition.related('steps').query()
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['referred', 'received']
    )
  })
})
