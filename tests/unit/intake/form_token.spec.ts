import { test } from '@japa/runner'
import { FormToken } from '../../../app/intake/form/form_token.ts'

test.group('The token of a public form', () => {
  test('is ours as it was given, and with nothing behind it', ({ assert }) => {
    const token = FormToken.issue()
    assert.equal(FormToken.check(token), 'valid')
    // Another text would be another lot: the same form could bring a second petition.
    for (const other of [`${token}.`, `${token}.x`, `x${token}`, token.slice(0, -1)]) {
      assert.equal(FormToken.check(other), 'missing', other)
    }
  })
})
