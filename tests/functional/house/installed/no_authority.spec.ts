import { test } from '@japa/runner'
import { withoutDistrict } from '#tests/support/databases/empty_district'
import { heardLog } from '#tests/support/heard_log'

test.group('Before an authority is entered', (group) => {
  withoutDistrict(group)

  for (const address of ['/', '/basvuru', '/giris']) {
    test(`the log says why ${address} cannot be shown`, async ({ assert, client, cleanup }) => {
      const lines = await heardLog({ cleanup })
      const page = await client.get(address)
      assert.equal(page.status(), 500)
      assert.include(page.text(), 'Açık Kapı şu anda cevap veremiyor')
      assert.include(lines.join(''), 'E_NO_AUTHORITY')
    })
  }
})
