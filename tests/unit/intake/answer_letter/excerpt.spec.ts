import { test } from '@japa/runner'
import { excerptOf } from '../../../../app/intake/answer_letter/excerpt.ts'

test.group('What a letter repeats of a petition', () => {
  test('is all of it where it is short, on one line', ({ assert }) => {
    assert.equal(excerptOf('Yolumuz bozuk.\n\n Onarılsın. '), 'Yolumuz bozuk. Onarılsın.')
  })

  test('ends after a whole word where it goes on', ({ assert }) => {
    const said = excerptOf('kestane dalda üç gün bekler '.repeat(100))
    assert.isAtMost(said.length, 601)
    assert.match(said, /(kestane|dalda|üç|gün|bekler)…$/)
  })

  test('is cut where there is no blank at all', ({ assert }) => {
    assert.equal(excerptOf('ş'.repeat(10_000)), `${'ş'.repeat(600)}…`)
  })
})
