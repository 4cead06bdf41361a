import db from '@adonisjs/lucid/services/db'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { NationalId } from '#shared/typed/national_id'
import { wrapped } from '#tests/support/database'
import { slipOf } from '#tests/support/intake/slips'
import { officer, received, referredTo } from '#tests/support/journey'
import { assertValid } from '#tests/support/pages'

const says = (key: string, values?: object) => i18nManager.locale('tr').t(key, { ...values })

test.group('A slip that is brought to the bureau', (group) => {
  wrapped(group)

  test('is held against its petition on the card', async ({ client, assert }) => {
    const masa = await officer('masa')
    const [petition, other] = [await received(), await received({ text: 'Başka bir söz.' })]
    const shown = async (slip: string) => {
      const path = `/dosya/${petition.number}/fis`
      const page = await client.post(path).withCsrfToken().form({ slip }).loginAs(masa)
      await assertValid(assert, page.text(), path)
      return page
    }
    const good = await shown(slipOf(petition))
    good.assertStatus(200)
    good.assertTextIncludes(says('intake.comparison.same'))

    const others = await shown(slipOf(other))
    others.assertStatus(422)
    const { number } = other
    others.assertTextIncludes(says('intake.problems.slip.otherPetition', { number }))
    const bad = await shown(`${slipOf(petition).slice(0, -4)}AAAA`)
    bad.assertTextIncludes(says('intake.problems.slip.changed'))

    const slip = slipOf(petition)
    await db.from('petitions').where('id', petition.id).update({ text: 'Değiştirilmiş söz.' })
    const changed = await shown(slip)
    changed.assertStatus(422)
    changed.assertTextIncludes(says('intake.problems.slip.otherWords'))
    await db.from('petitions').where('id', petition.id).update({ slip_salt: null })
    const old = await shown(slip)
    old.assertTextIncludes(says('intake.comparison.unknown'))
  })
})

test.group('A petition that is printed to be signed', (group) => {
  wrapped(group)

  const sheet = (number: string, more = '') => `/dosya/${number}/dilekce${more}`

  test('holds what law 3071 asks for, and a hand where to sign', async ({ client, assert }) => {
    const petition = await received({ nationalId: NationalId.parse('12345678950') })
    const masa = await officer('masa')
    for (const more of ['', '?buyuk=1']) {
      const page = await client.get(sheet(petition.number, more)).loginAs(masa)
      page.assertStatus(200)
      await assertValid(assert, page.text(), sheet('', more))
      for (const word of ['Ayşe Deneme', 'Zeytinli Mahallesi, Edremit', petition.text]) {
        page.assertTextIncludes(word)
      }
      page.assertTextIncludes('123******50')
      assert.notInclude(page.text(), '12345678950')
      page.assertTextIncludes('src="/imza.svg"')
      assert.equal(page.text().includes('letter--large'), more !== '')
    }
    assert.lengthOf(await db.from('views').where('petition_id', petition.id), 2)
  })

  test('is in Turkish, whatever its officer reads', async ({ client }) => {
    const petition = await received()
    const masa = await officer('masa')
    masa.locale = 'en'
    await masa.save()
    const page = await client.get(sheet(petition.number)).loginAs(masa)
    page.assertTextIncludes(says('intake.signing.here'))
  })

  test('is shown to nobody who may not know who brought it', async ({ client, assert }) => {
    const tipOff = await referredTo('TAR', { kind: 'tipOff', text: 'Deneme' })
    const away = await received()
    const asked = [
      [tipOff.number, 'tarim'],
      [away.number, 'tarim'],
      ['2604812075', 'tarim'],
    ] as const
    for (const [number, who] of asked) {
      const person = await officer(who)
      const page = await client.get(sheet(number)).loginAs(person)
      page.assertStatus(404)
      assert.notInclude(page.text(), 'Ayşe Deneme')
    }
    const own = await client.get(sheet(tipOff.number)).loginAs(await officer('masa'))
    own.assertStatus(200)
  })
})
