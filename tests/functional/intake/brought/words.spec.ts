import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { wrapped } from '#tests/support/database'
import { officer, readAtTheDesk, unit } from '#tests/support/journey'
import { Referral } from '#routing'
import { card, newest, written } from '#tests/support/brought'

const ARABIC = 'الماء مقطوع منذ ثلاثة أيام'
const SAID = { spoken: 'ar', ownWords: ARABIC, readBack: '1' }

test.group('What is said in another language', (group) => {
  wrapped(group)

  test('is kept as it was, beside the Turkish text', async ({ client, assert }) => {
    await written(client, SAID)
    const petition = await newest()
    assert.equal(petition.text, 'Suyumuz akmıyor.')
    const [row] = await db.from('own_words')
    assert.equal(row.text, ARABIC)
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    const shown = await card(client, petition, 'tarim')
    assert.include(shown, `lang="ar" dir="rtl"><p class="card__words">${ARABIC}`)
    assert.include(shown, 'Suyumuz akmıyor.')
    assert.include(shown, 'Kendi sözleri (Arapça)')
    assert.include(shown, 'okundu, doğru olduğunu söyledi.')
  })

  test('may be said alone, and need not be read back', async ({ client, assert }) => {
    await written(client, { spoken: 'ku' })
    const shown = await card(client, await newest())
    assert.include(shown, 'Sözlü anlattı')
    assert.include(shown, 'okunduğu yazılmamış')
  })

  test('has a language', async ({ client, assert }) => {
    const wrong: Record<string, string>[] = [
      { ownWords: ARABIC },
      { readBack: '1' },
      { spoken: 'elvish' },
    ]
    for (const typed of wrong) {
      const page = await written(client, typed)
      page.assertStatus(422)
      assert.include(page.text(), 'Hangi dilde anlattığını listeden seçin.')
      assert.match(page.text(), /<details class="desk__more" id="words" open/)
      for (const word of Object.values(typed)) {
        if (word === ARABIC) assert.include(page.text(), word)
      }
    }
    assert.isEmpty(await db.from('petitions'))
  })

  test('of a tip-off is read by whoever reads it whole', async ({ client, assert }) => {
    await written(client, { ...SAID, kind: 'tipOff' })
    const petition = await newest()
    await readAtTheDesk(petition)
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    assert.notInclude(await card(client, petition, 'tarim'), ARABIC)
    assert.include(await card(client, petition), ARABIC)
  })
})

test.group('What many sign together', (group) => {
  wrapped(group)

  test('says how many on card, receipt and list', async ({ client, assert }) => {
    const sent = await written(client, { signatures: '48', name: 'Ayşe Deneme' })
    const masa = await officer('masa')
    const slip = await client.get(sent.header('location')!).loginAs(masa)
    slip.assertTextIncludes('48 kişinin imzaladığı başvuru.')
    const petition = await newest()
    assert.include(await card(client, petition), '48 imza')
    const list = await client.get('/kayit').loginAs(masa)
    assert.include(list.text(), '<span class="rows__mark">48 imza</span>')
  })
})
