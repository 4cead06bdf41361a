import { test } from '@japa/runner'
import { passagesOf } from '../../../../app/response/approving/marks/passage.ts'

test.group('A passage that is marked', () => {
  test('is found whatever signs stand in it', ({ assert }) => {
    for (const words of ['e-posta ile', '3/A (2) [ek] {1}', 'a.b*c+d?', '^$|\\ –', 'Ayşe’nin']) {
      const [found] = passagesOf(words, `Önce. ${words} sonra.`)
      assert.deepEqual(found, { from: 6, until: 6 + words.length }, words)
    }
  })

  test('is found however its lines are broken, and nowhere else', ({ assert }) => {
    assert.deepEqual(passagesOf('yol  onarılacak', 'yol\nonarılacak. Yol'), [
      { from: 0, until: 14 },
    ])
    assert.isEmpty(passagesOf('aXb', 'a.b'))
    assert.isEmpty(passagesOf(' ', 'a b'))
  })
})
