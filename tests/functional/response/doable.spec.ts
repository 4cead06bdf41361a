import { test } from '@japa/runner'
import { Answer } from '#response'
import { open } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, received, referredTo, submitted, unit } from '#tests/support/journey'

/** What a card's buttons do, by the last part of their address. */
function forms(page: { text(): string }) {
  const buttons = page.text().matchAll(/formaction="\/dosya\/\d{10}\/(\w+)"/g)
  return [...buttons].map(([, form]) => form)
}

test.group('What a card offers', (group) => {
  wrapped(group)

  test('at the desk is routing, for the bureau; a manager only reads', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const desk = await open(client, await officer('masa'), petition)
    assert.sameMembers(forms(desk), ['yonlendirme', 'yonlendirme', 'gonderme', 'kisit', 'aciliyet'])
    const manager = await open(client, await officer('kaymakam'), petition)
    assert.isEmpty(forms(manager))
  })

  test('about the bureau itself is no answer by the bureau', async ({ client, assert }) => {
    const petition = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const page = await open(client, await officer('kaymakam'), petition)
    assert.sameMembers(forms(page), ['yonlendirme', 'gonderme', 'aciliyet'])
  })

  test('in a unit is its work, and nothing of the bureau’s', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const unitPage = await open(client, await officer('tarim'), petition)
    assert.sameMembers(forms(unitPage), ['gorusme', 'soru', 'uzatma', 'cevap', 'cevap', 'iade'])
    const bureau = await open(client, await officer('masa'), petition)
    assert.deepEqual(forms(bureau), ['kisit', 'aciliyet'])
  })

  test('before the head is the decision; the officer waits', async ({ client, assert }) => {
    const petition = await submitted()
    const head = await open(client, await officer('tarim.amir'), petition)
    assert.sameMembers(forms(head), ['onay', 'metin', 'duzeltme', 'devral'])
    head.assertTextIncludes(GRANTED.text)
    const drafter = await open(client, await officer('tarim'), petition)
    assert.isEmpty(forms(drafter))
    drafter.assertTextIncludes(`${petition.number}/onaydan-al`)
  })

  test('to a head who wrote the draft is no approval', async ({ client, assert }) => {
    const petition = await referredTo('MUF')
    const mufti = await officer('muftuluk')
    await (await Answer.draftFor(petition)).submit(GRANTED, mufti)
    const page = await open(client, mufti, petition)
    assert.sameMembers(forms(page), ['metin', 'duzeltme'])
  })

  test('on a tip-off is no contact with somebody whom the unit does not know', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('EMN', { kind: 'tipOff' })
    const page = await open(client, await officer('emniyet'), petition)
    assert.sameMembers(forms(page), ['uzatma', 'cevap', 'cevap', 'iade', 'soru'])
  })

  test('shows the unit complained about, and lets nobody choose it', async ({ client, assert }) => {
    const petition = await received({ kind: 'complaint', complainedUnit: await unit('EMN') })
    const page = await open(client, await officer('masa'), petition)
    const [option] = /<option[^>]*value="EMN"[^>]*>/.exec(page.text()) ?? []
    assert.include(option, 'disabled')
    const [other] = /<option[^>]*value="TAR"[^>]*>/.exec(page.text()) ?? []
    assert.notInclude(other, 'disabled')
  })
})
