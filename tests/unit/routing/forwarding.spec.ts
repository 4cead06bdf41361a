import { test } from '@japa/runner'
import { Petition } from '#intake'
import { ComplainedUnit, Forwarding, InternalUnit, NotAllowed } from '#routing'
import { Unit } from '#organisation'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { wrapped } from '#tests/support/database'

const letter = (about = {}) => ({ documentNumber: null, text: null, ...about })

async function wordsOf(petition: Petition) {
  const [step] = await petition.related('steps').query()
  return step!.publicText!
}

test.group('Forwarding', (group) => {
  wrapped(group)

  test('concludes, and tells the petitioner where the petition went', async ({ assert }) => {
    const petition = await received()
    const municipality = await unit('BEL')
    await Forwarding.make(
      petition,
      municipality,
      await officer('masa'),
      letter({ documentNumber: 'E-42/17', text: 'Dilekçenizin bir örneği de eklenmiştir.' })
    )
    assert.equal(petition.stage, 'concluded')
    assert.equal(petition.outcome, 'forwarded')
    const words = await wordsOf(petition)
    for (const part of ['3071', municipality.name, 'E-42/17', 'Dilekçenizin bir örneği']) {
      assert.include(words, part)
    }
    assert.notInclude(words, 'telefon')
  })

  test('names the telephone of the body when it is known', async ({ assert }) => {
    const petition = await received()
    const municipality = (await Unit.findByOrFail('code', 'BEL')).merge({ phone: '0266 000 00 01' })
    await Forwarding.make(petition, municipality, await officer('masa'), letter())
    const words = await wordsOf(petition)
    assert.include(words, '0266 000 00 01')
    assert.notInclude(words, 'Evrak sayısı')
  })

  test('speaks the petition’s language', async ({ assert }) => {
    const petition = await received({ locale: 'en' })
    await Forwarding.make(petition, await unit('BEL'), await officer('masa'), letter())
    assert.include(await wordsOf(petition), 'Law 3071')
  })

  test('goes neither to a unit of the house nor to the body complained about', async ({
    assert,
  }) => {
    const [masa, municipality, agriculture] = [
      await officer('masa'),
      await unit('BEL'),
      await unit('TAR'),
    ]
    const petition = await received({ kind: 'complaint', complainedUnit: municipality })
    await assert.rejects(
      () => Forwarding.make(petition, municipality, masa, letter()),
      ComplainedUnit
    )
    await assert.rejects(() => Forwarding.make(petition, agriculture, masa, letter()), InternalUnit)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'received')
  })

  test('is not possible while a unit is at work', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const [masa, municipality] = [await officer('masa'), await unit('BEL')]
    await assert.rejects(() => Forwarding.make(petition, municipality, masa, letter()), NotAllowed)
  })

  test('takes only a document number that can be kept', async ({ assert }) => {
    const [petition, masa, municipality] = [
      await received(),
      await officer('masa'),
      await unit('BEL'),
    ]
    for (const documentNumber of ['E-Ş/1', 'x'.repeat(61)]) {
      await assert.rejects(
        () => Forwarding.make(petition, municipality, masa, letter({ documentNumber })),
        'document_number.format'
      )
    }
  })
})
