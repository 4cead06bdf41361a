import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Catalogue } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { officer } from '#tests/support/journey'
import { asking, form } from './asked.js'

const SCHOOL = { label: 'Hangi okul?', labelEn: 'Which school?', requiredAt: 'both' }
const SINCE = { label: 'Ne zamandan beri?', field: 'date' }
const YEAR = {
  ...{ label: 'Kaçıncı sınıf?', labelEn: 'Which year?', field: 'choice' },
  ...{ choices: 'İlk\nOrta', choicesEn: 'First\nMiddle' },
}

test.group('The questions of a subject', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('come with the form that chose it, which says so and keeps all that was typed', async ({
    client,
    assert,
  }) => {
    const { subject, names } = await asking(SCHOOL, SINCE)
    const typed = await form(client, { subject: subject.code, place: 'Zeytinli' })
    const page = await client.post('/basvuru').redirects(0).form(typed)
    page.assertStatus(422)
    page.assertTextIncludes('Bu konu için 2 sorumuz daha var.')
    page.assertTextIncludes(says('intake.questions.kept'))
    page.assertTextIncludes(`<a href="#${names[0]}">`)
    page.assertTextIncludes('Hangi okul?')
    for (const word of [typed.text!, 'Zeytinli', 'Ayşe Deneme', '0500 012 34 56']) {
      page.assertTextIncludes(word)
    }
    assert.notInclude(page.text(), 'class="problems"')
    assert.isEmpty(await db.from('petitions'))
  })

  test('are held to on the web, each with a sentence of its own', async ({ client, assert }) => {
    const { subject, names } = await asking(SCHOOL, SINCE, YEAR, {
      label: 'Kaç kişi?',
      field: 'number',
    })
    const [school, since, year, people] = names as [string, string, string, string]
    const typed = await form(client, { subject: subject.code, asked: subject.code })
    const wrong = { [school]: ' ', [since]: 'dün', [year]: 'Son', [people]: 'üç' }
    const page = await client
      .post('/basvuru')
      .redirects(0)
      .form({ ...typed, ...wrong })
    page.assertStatus(422)
    page.assertTextIncludes('“Hangi okul?” sorusunu cevaplayın.')
    page.assertTextIncludes('“Ne zamandan beri?” için günü 2.12.2026 gibi yazın.')
    page.assertTextIncludes('“Kaçıncı sınıf?” için listeden seçin.')
    page.assertTextIncludes('“Kaç kişi?” için rakam yazın.')
    page.assertTextIncludes('value="dün"')
    assert.notInclude(page.text(), 'id="asking"')
    const long = await client
      .post('/basvuru')
      .redirects(0)
      .form({ ...typed, [school]: 'a'.repeat(201) })
    long.assertTextIncludes('“Hangi okul?” cevabı en fazla 200 karakter olabilir.')
    assert.isEmpty(await db.from('petitions'))
  })

  test('are kept with the words of then, on the card and for whoever looks it up', async ({
    client,
    assert,
  }) => {
    const { subject, names, made } = await asking(SCHOOL, SINCE, YEAR)
    const [school, since, year] = names as [string, string, string]
    const answers = { [school]: 'Cumhuriyet <b>Ortaokulu</b>', [since]: '1.9.2026', [year]: 'Orta' }
    const typed = await form(
      client,
      { subject: subject.code, asked: subject.code, ...answers },
      '/en/basvuru'
    )
    const sent = await client.post('/en/basvuru').redirects(0).form(typed)
    sent.assertStatus(303)
    const receipt = (await client.get(sent.header('location')!)).text()
    const [, secret] = /data-secret="([^"]+)"/.exec(receipt)!
    await made[0]!.merge({ label: 'Okulun adı', labelEn: 'Name of the school' }).save()
    Catalogue.forget()

    const { number } = await Petition.query().firstOrFail()
    const card = (await client.get(`/dosya/${number}`).loginAs(await officer('sef'))).text()
    for (const word of ['Hangi okul?', 'Cumhuriyet &lt;b&gt;Ortaokulu', '1 Eylül 2026', 'Orta']) {
      assert.include(card, word)
    }
    assert.notInclude(card, 'Okulun adı')
    const opened = { number, secret: secret! }
    const result = (await client.post('/en/sorgula').form(opened)).text()
    for (const word of ['Which school?', '1 September 2026', 'Middle']) {
      assert.include(result, word)
    }
    assert.include((await client.post('/sorgula').form(opened)).text(), 'Kaçıncı sınıf?')
  })

  test('of another subject are kept for whoever comes back to it, and not sent', async ({
    client,
    assert,
  }) => {
    const { subject, names } = await asking(SCHOOL)
    const answer = { [names[0]!]: 'Cumhuriyet' }
    const typed = await form(client, { ...answer, asked: subject.code, subject: 'tapu.kadastro' })
    const page = await client.post('/basvuru').redirects(0).form(typed)
    page.assertStatus(422)
    page.assertTextIncludes(`<input type="hidden" name="${names[0]}" value="Cumhuriyet">`)
    page.assertTextIncludes('Ada ve parsel numarası')
    const parcel = { asked: 'tapu.kadastro' }
    const sent = await client
      .post('/basvuru')
      .redirects(0)
      .form({ ...typed, ...parcel })
    sent.assertStatus(303)
    assert.isNull((await Petition.query().firstOrFail()).particulars)
  })

  test('are answered to a page as it chooses, with no cookie and nothing kept', async ({
    client,
    assert,
  }) => {
    const { subject, names } = await asking(SCHOOL)
    const part = await client
      .post('/basvuru/sorular')
      .form({ subject: subject.code, [names[0]!]: '"><i>' })
    part.assertStatus(200)
    part.assertTextIncludes('data-told="Bu konu için bir sorumuz daha var."')
    part.assertTextIncludes('value="&quot;&gt;&lt;i&gt;"')
    assert.notInclude(part.text(), '<main')
    assert.isUndefined(part.header('set-cookie'))
    const none = await client.post('/basvuru/sorular').form({ subject: 'yok' })
    none.assertStatus(200)
    assert.notInclude(none.text(), 'asked')
    const page = (await client.get('/basvuru')).text()
    assert.match(page, new RegExp(`data-subjects="[^"]*${subject.code.replaceAll('.', '\\.')}`))
  })

  test('cost a petition of another subject nothing', async ({ client, assert }) => {
    const { subject, names } = await asking(SCHOOL)
    const plain = await form(client)
    const withAnswer = await form(client, {
      ...{ subject: subject.code, asked: subject.code, phone: '0500 012 34 57' },
      [names[0]!]: 'Cumhuriyet',
    })
    const sends = async (fields: Record<string, string>) => {
      const { statements } = await statementsOf(async () => {
        ;(await client.post('/basvuru').redirects(0).form(fields)).assertStatus(303)
      })
      return statements.length
    }
    await sends(await form(client, { phone: '0500 012 34 58' }))
    const [without, answered] = [await sends(plain), await sends(withAnswer)]
    assert.equal(answered, without)
    const kept = await Petition.query().orderBy('id', 'desc')
    assert.deepEqual(kept[0]!.particularsIn('tr'), [{ label: 'Hangi okul?', value: 'Cumhuriyet' }])
    assert.isNull(kept[1]!.particulars)
  })

  test('of a tip-off are told to nobody who may not know who brought it', async ({
    client,
    assert,
  }) => {
    const { subject, names } = await asking(SCHOOL)
    const answer = { [names[0]!]: 'Kızımın okulu Cumhuriyet' }
    const about = { subject: subject.code, asked: subject.code, kind: 'tipOff' }
    const typed = await form(client, { ...about, ...answer })
    ;(await client.post('/basvuru').redirects(0).form(typed)).assertStatus(303)
    const { number } = await Petition.query().firstOrFail()
    const at = `/dosya/${number}`
    const bureau = (await client.get(at).loginAs(await officer('sef'))).text()
    assert.include(bureau, 'Kızımın okulu Cumhuriyet')
    const manager = (await client.get(at).loginAs(await officer('kaymakam'))).text()
    assert.notInclude(manager, 'Kızımın okulu Cumhuriyet')
    assert.include(manager, says('intake.questions.hidden'))
  })
})
