import { test, timeTravel } from '@japa/runner'
import { openPetition, Petition, PetitionNumber, renewSecret, type Secret } from '#intake'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { lookUp, resultOf } from '../../../app/intake/look_up/look_up.ts'
import { FormAlreadyUsed } from '../../../app/intake/receiving/sent_twice.ts'

async function renewed(petition: Petition) {
  const masa = await officer('masa')
  return petition.change((current, trx) => renewSecret(current, masa, trx))
}

const opens = (petition: Petition, secret: Secret) =>
  openPetition(PetitionNumber.parse(petition.number)!, secret)

test.group('A lost code', (group) => {
  emptied(group)

  test('is followed by one that opens, and opens nothing itself', async ({ assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const another = await renewed(petition)
    assert.notEqual(another.text, secret.text)
    assert.isNull(await opens(petition, secret))
    assert.equal((await opens(petition, another))?.id, petition.id)
    const asked = await lookUp(PetitionNumber.parse(petition.number)!, secret, '::1')
    assert.include(asked, { problem: 'unknown' })
  })

  test('leaves a step with who and when, and the petition where it is', async ({ assert }) => {
    const { id } = (await Petition.receive(details())).petition
    const petition = await Petition.findOrFail(id)
    await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
    const { concludedAt, position } = petition
    await renewed(petition)
    assert.equal(petition.stage, 'concluded')
    assert.equal(petition.outcome, 'informed')
    assert.deepEqual(petition.concludedAt?.toUnixInteger(), concludedAt?.toUnixInteger())
    const [step] = await petition.related('steps').query()
    assert.containsSubset(step!.serialize(), {
      kind: 'secretRenewed',
      stage: 'concluded',
      position: position + 1,
      officerId: (await officer('masa')).id,
      outcome: null,
    })
  })

  test('is no news on the citizen’s line', async ({ assert }) => {
    const { id } = (await Petition.receive(details())).petition
    const petition = await Petition.findOrFail(id)
    await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
    const before = await resultOf(petition, 'tr')
    timeTravel('1 hour')
    await renewed(petition)
    const steps = await petition.related('steps').query()
    const after = await resultOf(petition, 'tr')
    // The address of the letter is sealed anew each time.
    assert.deepEqual({ ...after.conclusion, pdf: '' }, { ...before.conclusion, pdf: '' })
    const [newest, concluded] = steps
    assert.equal(newest!.kind, 'secretRenewed')
    assert.deepEqual(after.line.at(-1)!.on, concluded!.takenAt)
  })

  test('is renewed once when two officers press at once', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const [one, two] = [await Petition.findOrFail(petition.id), petition]
    const results = await Promise.allSettled([renewed(one), renewed(two)])
    assert.lengthOf(
      results.filter(({ status }) => status === 'fulfilled'),
      1
    )
    assert.lengthOf(await petition.related('steps').query().where('kind', 'secretRenewed'), 1)
  })

  test('is not shown again by the form that brought the petition', async ({ assert }) => {
    const token = FormToken.issue()
    const { petition, secret } = await Petition.receive(details(), { token })
    const again = await Petition.receive(details(), { token })
    assert.equal(again.secret.text, secret.text)
    await renewed(petition)
    await assert.rejects(() => Petition.receive(details(), { token }), FormAlreadyUsed as never)
    assert.lengthOf(await Petition.all(), 1)
  })
})
