import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { rarePair } from '#tests/support/rare_pair'

test.group('A page that ends before it is full', (group) => {
  emptied(group)

  test('says that it stopped, and leads to the one that is far away', async ({
    client,
    assert,
  }) => {
    const number = await rarePair()
    const sef = await officer('sef')
    let address = '/kayit?birim=TAR&sonuc=inadmissible'
    let pages = 0
    for (;;) {
      const page = (await client.get(address).loginAs(sef)).text()
      if (page.includes(`/dosya/${number}`)) break
      assert.include(page, 'Daha eskilere bak')
      assert.notInclude(page, 'Bu listede başvuru yok.')
      assert.include(page, 'Bu sayfa için sınırlı sayıda başvuruya bakıldı.')
      const [, next] = /href="([^"]*)" rel="next"/.exec(page) ?? []
      assert.isDefined(next)
      address = next!.replaceAll('&amp;', '&')
      assert.isBelow(++pages, 10)
    }
    assert.isAbove(pages, 0)
  })

  test('is no page of a list that is empty', async ({ client }) => {
    const page = await client.get('/kayit?birim=TAR').loginAs(await officer('sef'))
    page.assertTextIncludes('Bu listede başvuru yok.')
  })
})
