import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Authority, Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'

test.group('A page made once', (group) => {
  wrapped(group)

  test('gives every visitor a token of their own', async ({ client, assert }) => {
    const tokens = new Set<string>()
    for (let visit = 0; visit < 3; visit++) {
      const page = await client.get('/basvuru')
      tokens.add(hiddenFields(page.text(), '/basvuru').token!)
      assert.notInclude(page.text(), 'token-of-their-own')
    }
    assert.lengthOf([...tokens], 3)
  })

  test('is never given to another language, address or visitor with problems', async ({
    client,
    assert,
  }) => {
    assert.include((await client.get('/basvuru')).text(), '<html lang="tr"')
    assert.include((await client.get('/en/basvuru')).text(), '<html lang="en"')
    await client.post('/basvuru').form({ text: 'Bende kalsın.' })
    assert.notInclude((await client.get('/basvuru')).text(), 'Bende kalsın.')
  })

  test('is made afresh when the authority has changed', async ({ client, assert, cleanup }) => {
    cleanup(() => Catalogue.forget())
    await client.get('/')
    await Authority.query().update({ phone: '0266 000 00 99' })
    Catalogue.forget()
    assert.include((await client.get('/')).text(), '0266\u00a0000\u00a000\u00a099')
  })
})
