import { test } from '@japa/runner'
import { Charge, Petition } from '#intake'
import { administer, authorities, Catalogue } from '#organisation'
import { emptied } from '#tests/support/database'
import { received } from '#tests/support/journey'

test.group('A catalogue that is forgotten in the middle of a transaction', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  // SQLite's one connection is the transaction's: reading afresh waited for it, and gave up after 5 s.
  test('is known until that ends, and read afresh behind it', async ({ assert }) => {
    const petition = await received()
    const before = await Catalogue.of(petition.authorityId)
    await petition.change(async (current, trx) => {
      Catalogue.forget()
      assert.strictEqual(await Catalogue.of(current.authorityId), before)
      assert.isTrue((await Charge.of(current)).unit.isBureau)
      assert.lengthOf(await authorities(), 1)
      await current.restrict({ note: 'Bir çocuk anlatılıyor.' }, trx)
    })
    assert.isTrue((await Petition.findOrFail(petition.id)).isRestricted)
    assert.notStrictEqual(await Catalogue.of(petition.authorityId), before)
  })

  test('also where something is kept of the authority', async ({ assert }) => {
    const { authorityId } = await received()
    const before = await Catalogue.of(authorityId)
    const during = await administer(async () => {
      Catalogue.forget()
      return Catalogue.of(authorityId)
    })
    assert.strictEqual(during, before)
    assert.notStrictEqual(await Catalogue.of(authorityId), before)
  })
})
