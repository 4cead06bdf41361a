import { test } from '@japa/runner'
import fc from 'fast-check'
import { Secret } from '../../../app/intake/secret/secret.ts'

const key = Buffer.alloc(32, 7)
const otherKey = Buffer.alloc(32, 8)

test.group('Secret', () => {
  test('has six letters and digits that nobody mixes up', ({ assert }) => {
    for (let time = 0; time < 200; time++) {
      assert.match(Secret.draw().text, /^[2-9A-Z]{6}$/)
      assert.notMatch(Secret.draw().text, /[01258BGILOQSUZ]/)
    }
  })

  test('is the same for the same form, another for another form or key', ({ assert }) => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (token, other) => {
        const secret = Secret.derive(token, key)
        assert.equal(Secret.derive(token, key).text, secret.text)
        assert.equal(Secret.parse(secret.text)?.text, secret.text)
        assert.notEqual(Secret.derive(token, otherKey).text, secret.text)
        if (other !== token) assert.notEqual(Secret.derive(other, key).text, secret.text)
      })
    )
  })

  test('uses the whole alphabet evenly', ({ assert }) => {
    const counts = new Map<string, number>()
    for (let form = 0; form < 4000; form++) {
      for (const letter of Secret.derive(`form ${form}`, key).text) {
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
      }
    }
    assert.equal(counts.size, 22)
    assert.isBelow(Math.max(...counts.values()) / Math.min(...counts.values()), 1.3)
  })

  test('understands {$self}')
    .with(['K7M4PX', 'k7m4px', ' k7m 4px ', 'K7M-4PX', 'k7m\u00a04px'])
    .run(({ assert }, text) => {
      assert.equal(Secret.parse(text)?.text, 'K7M4PX')
    })

  test('takes a letter with a Turkish mark for the plain one', ({ assert }) => {
    assert.equal(Secret.parse('çççaaa')?.text, 'CCCAAA')
  })

  test('cannot be {$self}')
    .with(['', 'K7M4P', 'K7M4PXX', 'K7M4PI', 'K7M4Pı', 'K7M4Pİ', 'K7M4P0', 'K7M4P1', '<b>'])
    .run(({ assert }, text) => {
      assert.isNull(Secret.parse(text))
    })

  test('opens its own petition and no other', ({ assert }) => {
    const secret = Secret.draw()
    const digest = secret.digest('2604812075', key)
    assert.match(digest, /^[0-9a-f]{64}$/)
    assert.isTrue(secret.matches(digest, '2604812075', key))
    assert.isFalse(secret.matches(digest, '2604812076', key))
    assert.isFalse(secret.matches(digest, '2604812075', otherKey))
    assert.isFalse(secret.matches('', '2604812075', key))
    assert.isFalse(Secret.derive('another', key).matches(digest, '2604812075', key))
  })

  test('does not slip into a log', ({ assert }) => {
    const secret = Secret.draw()
    assert.notInclude(`${secret}`, secret.text)
  })
})
