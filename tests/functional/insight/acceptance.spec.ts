import { test } from '@japa/runner'
import { Referral } from '#routing'
import { wrapped } from '#tests/support/database'
import { officer, received, unit } from '#tests/support/journey'

const TEXT = 'Komşumuza erzak kolisi verildi, bize verilmedi.'

test.group('How often the suggestion is followed', (group) => {
  wrapped(group)

  test('is told to the chief, with what came back', async ({ client, assert }) => {
    const sef = await officer('sef')
    for (const code of ['SYDV', 'SYDV', 'SYDV', 'TAR']) {
      await Referral.make(await received({ text: TEXT }), await unit(code), sef)
    }
    const page = await client.get('/izleme/oneriler').loginAs(sef)
    page.assertStatus(200)
    page.assertTextIncludes('Son 4 yönlendirmenin 4 tanesinde bir yer önerildi')
    assert.match(page.text(), /İlk öneri seçildi<\/span> <strong[^>]*>%75</)
    assert.match(page.text(), /Üç öneriden biri seçildi<\/span> <strong[^>]*>%75</)
  })

  test('counts nothing that not everybody sees', async ({ client }) => {
    const sef = await officer('sef')
    const complainedUnit = await unit('MEM')
    const complaint = await received({ text: TEXT, complainedUnit, kind: 'complaint' })
    await Referral.make(complaint, await unit('SYDV'), sef)
    const page = await client.get('/izleme/oneriler').loginAs(sef)
    page.assertTextIncludes('Henüz öneriyle yapılmış bir yönlendirme yok')
  })
})
