import { test } from '@japa/runner'
import { Charge, Petition, PetitionList } from '#intake'
import {
  allowed,
  ChiefDecides,
  LastCharge,
  NotAllowed,
  Recall,
  Referral,
  Return,
  shownSuggestions,
  suggestions,
} from '#routing'
import { SuggestionChoice } from '../../../app/routing/models/suggestion_choice.ts'
import { district } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { wrapped } from '#tests/support/database'

/** Refer to the unit by the chief, and have the unit's officer give it back. */
async function bounce(petition: Petition, code: string, login: string) {
  await Referral.make(petition, await unit(code), await officer('sef'))
  const referral = await Referral.currentOf(petition)
  return referral.giveBack(await officer(login), 'Konu bize ait değil.')
}

test.group('Giving back', (group) => {
  wrapped(group)

  test('brings the petition back to the desk; the unit no longer sees it', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const referral = await Referral.currentOf(petition)
    await referral.giveBack(tarim, 'Orman yolu, bize ait değil.', await unit('ORM'))

    const bureau = await unit('AKB')
    assert.equal(petition.stage, 'returned')
    assert.equal(petition.unitId, bureau.id)
    assert.equal(petition.returns, 1)
    assert.isTrue(petition.isOpen)
    assert.isNull(await Petition.findFor(tarim, petition.number))
    const { rows } = await PetitionList.page(tarim, {})
    assert.lengthOf(rows, 0)
  })

  test('needs a reason', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const referral = await Referral.currentOf(petition)
    const tarim = await officer('tarim')
    await assert.rejects(() => referral.giveBack(tarim, '  '), 'reason.required')
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'routed')
  })

  test('is for the unit in charge only', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const referral = await Referral.currentOf(petition)
    for (const login of ['orman', 'masa', 'sef', 'kaymakam']) {
      const other = await officer(login)
      await assert.rejects(() => referral.giveBack(other, 'Bize ait değil.'), NotAllowed)
    }
  })

  test('is impossible where no unit was charged', async ({ assert }) => {
    const petition = await received()
    await assert.rejects(() => Referral.currentOf(petition), NotAllowed)
  })

  test('goes to the chief after the second time, and a third is impossible', async ({ assert }) => {
    const petition = await received()
    await bounce(petition, 'TAR', 'tarim')
    await bounce(petition, 'ORM', 'orman')
    assert.equal(petition.returns, 2)

    const [masa, sef, environment, charge] = [
      await officer('masa'),
      await officer('sef'),
      await unit('CSB'),
      await Charge.of(petition),
    ]
    await assert.rejects(() => Referral.make(petition, environment, masa), ChiefDecides)
    assert.isFalse(allowed(petition, 'answerHere', masa, charge))
    assert.isTrue(allowed(petition, 'answerHere', sef, charge))
    await Referral.make(petition, environment, sef)
    const referral = await Referral.currentOf(petition)
    const cevre = await officer('cevre')
    await assert.rejects(() => referral.giveBack(cevre, 'Bize de ait değil.'), LastCharge)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'routed')
    assert.lengthOf(await Return.all(), 2)
  })

  test('takes no reason that no column holds', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const referral = await Referral.currentOf(petition)
    const tarim = await officer('tarim')
    await assert.rejects(() => referral.giveBack(tarim, 'a'.repeat(10_001)), 'reason.maxLength')
    await referral.giveBack(tarim, 'ş'.repeat(10_000))
    const [given] = await Return.of(petition)
    assert.lengthOf(given!.reason, 10_000)
  })
})

test.group('The suggested unit', (group) => {
  wrapped(group)

  test('is the usual one of the subject, then the one that the last unit named', async ({
    assert,
  }) => {
    const catalogue = await district()
    const subject = catalogue.subjectByCode('tarim.destek')!
    const petition = await received({ subject })
    const [first] = await suggestions(petition, [], catalogue)
    assert.include(
      { code: first!.unit.code, reason: first!.reason },
      { code: 'TAR', reason: 'subject' }
    )

    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    const referral = await Referral.currentOf(petition)
    await referral.giveBack(await officer('tarim'), 'Orman sayılan yer.', await unit('ORM'))
    const returns = await Return.of(petition)
    const [named] = await suggestions(petition, returns, catalogue)
    assert.include(
      { code: named!.unit.code, reason: named!.reason },
      { code: 'ORM', reason: 'named' }
    )
  })

  test('is never the one complained about, nor one that gave the petition back', async ({
    assert,
  }) => {
    const catalogue = await district()
    const subject = catalogue.subjectByCode('tarim.destek')!
    const complaint = await received({ subject, complainedUnit: await unit('TAR') })
    const codes = async (...asked: Parameters<typeof suggestions>) =>
      (await suggestions(...asked)).map(({ unit: one }) => one.code)
    assert.notInclude(await codes(complaint, [], catalogue), 'TAR')

    const petition = await received({ subject })
    await bounce(petition, 'TAR', 'tarim')
    assert.notInclude(await codes(petition, await Return.of(petition), catalogue), 'TAR')
  })

  test('is none that the desk took it back from, but where it was meant for it later', async ({
    assert,
  }) => {
    const catalogue = await district()
    const petition = await received({ subject: catalogue.subjectByCode('tarim.destek')! })
    const [sef, tar] = [await officer('sef'), await unit('TAR')]
    const first = async () => {
      const without = { returns: [], catalogue, text: petition.text, without: [] }
      return (await shownSuggestions(petition, without))?.candidates.map(({ code }) => code) ?? []
    }
    assert.include(await first(), 'TAR')
    await Referral.make(petition, tar, sef)
    await Recall.make(petition, sef, 'Yanlış birim.')
    assert.notInclude(await first(), 'TAR')
    const choice = await SuggestionChoice.for(petition, tar, sef)
    assert.notEqual(choice.suggestedUnitId, tar.id)
    await Referral.make(petition, tar, sef)
    await (await Referral.currentOf(petition)).giveBack(await officer('tarim'), 'Bize ait değil.')
    assert.include(await first(), 'TAR', 'what was meant is not held against it')
    const afterReturn = await suggestions(petition, await Return.of(petition), catalogue)
    assert.notInclude(
      afterReturn.map(({ unit: one }) => one.code),
      'TAR'
    )
  })
})
