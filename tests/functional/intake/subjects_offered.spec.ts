import { test } from '@japa/runner'
import { district } from '#tests/support/databases/district'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { Officer } from '#organisation'
import { wrapped } from '#tests/support/database'

/** Abbreviations and words of the office that nobody outside it knows. */
const OFFICE_WORDS = ['ŞEY', 'SED', 'RAM', 'TYP', 'İUP', 'GSS', 'KYK', 'DSİ', 'provizyon', "'"]

/** What stands in the list of subjects, as people read it. */
function offered(page: string) {
  const [list = ''] = /<select[^>]+name="subject"[^]*?<\/select>/.exec(page) ?? []
  return [...list.matchAll(/(?:label="|<option[^>]*>)([^"<]+)/g)].map(([, name]) => name!)
}

test.group('The subjects that a form offers', (group) => {
  wrapped(group)

  test('are everyday words for citizens, without the office’s own groups', async ({
    client,
    assert,
  }) => {
    const names = offered((await client.get('/basvuru')).text())
    assert.isAbove(names.length, 90)
    assert.notInclude(names, 'Görev dışı')
    for (const word of OFFICE_WORDS) {
      assert.isUndefined(
        names.find((name) => new RegExp(`(^|[^\\p{L}])${word}([^\\p{L}]|$)`, 'u').test(name)),
        word
      )
    }
  })

  test('are English on English pages, each of them', async ({ client, assert }) => {
    const { headings, subjects } = await district()
    const names = offered((await client.get('/en/basvuru')).text())
    assert.include(names, 'I am looking for work')
    const turkish = [...headings, ...subjects].map(({ name }) => name)
    assert.deepEqual(
      names.filter((name) => turkish.includes(name)),
      []
    )
  })

  test('are all there at the desk, in the officer’s language', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    const names = offered((await client.get('/masa/yeni').loginAs(officer)).text())
    assert.include(names, 'Görev dışı')
    officer.locale = 'en'
    await officer.save()
    const english = offered((await client.get('/masa/yeni').loginAs(officer)).text())
    assert.include(english, 'Outside our duties')
  })

  test('of the office are not taken from the web', async ({ client, assert }) => {
    const page = await client.post('/basvuru').form({
      text: 'Mahkeme kararına itirazım var.',
      name: 'Mehmet Deneme',
      noNationalId: '1',
      phone: '0500 012 34 56',
      subject: 'diger.yargi',
      token: FormToken.issue(),
    })
    page.assertStatus(422)
    assert.include(page.text(), 'Konuyu listeden seçin')
  })

  test('name one institution a unit', async ({ assert }) => {
    const { units } = await district()
    const two = units.filter(({ name }) => /[/()]/.test(name)).map(({ name }) => name)
    assert.deepEqual(two, [])
  })
})
