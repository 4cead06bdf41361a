import { test } from '@japa/runner'
import { withoutDistrict } from '#tests/support/databases/empty_district'

test.group('Before an authority is entered', (group) => {
  withoutDistrict(group)

  for (const address of ['/', '/basvuru', '/giris', '/yonetim', '/en/basvuru']) {
    test(`${address} leads to the setting up`, async ({ assert, client }) => {
      const answer = await client.get(address).redirects(0)
      assert.equal(answer.status(), 303)
      assert.match(answer.header('location')!, /^(\/en)?\/kurulum$/)
      assert.isUndefined(answer.header('set-cookie'))
    })
  }
})
