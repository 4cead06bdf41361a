import { test } from '@japa/runner'
import { blindIndex, keyFor } from '#shared/keys'

test.group('Keys', () => {
  test('gives every purpose a key of its own, and always the same', ({ assert }) => {
    assert.lengthOf(keyFor('secret'), 32)
    assert.deepEqual(keyFor('secret'), keyFor('secret'))
    assert.notDeepEqual(keyFor('secret'), keyFor('receipt'))
  })

  test('finds the same person by the same number, within one purpose only', ({ assert }) => {
    assert.equal(blindIndex('phone', '+905000123456'), blindIndex('phone', '+905000123456'))
    assert.notEqual(blindIndex('phone', '+905000123456'), blindIndex('phone', '+905000123457'))
    assert.notEqual(blindIndex('phone', '12345678950'), blindIndex('national_id', '12345678950'))
    assert.match(blindIndex('phone', '+905000123456'), /^[0-9a-f]{64}$/)
  })
})
