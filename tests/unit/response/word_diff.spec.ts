import { test } from '@japa/runner'
import { wordDiff } from '../../../app/response/writing/word_diff.js'

const said = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, words }) => `${kind[0]}:${words.trim()}`)

test.group('What became of a text, word by word', () => {
  test('says what was added and what was taken out', ({ assert }) => {
    const [before, after] = ['Yolunuz cuma günü onarılacak.', 'Yolunuz pazartesi günü onarılacak.']
    assert.deepEqual(said(before, after), [
      's:Yolunuz',
      'g:cuma',
      'a:pazartesi',
      's:günü onarılacak.',
    ])
    assert.deepEqual(said('', 'Yeni söz'), ['a:Yeni söz'])
    assert.deepEqual(said('Eski söz', ''), ['g:Eski söz'])
    assert.deepEqual(said('Aynı', 'Aynı'), ['s:Aynı'])
    assert.deepEqual(said('', ''), [])
  })

  test('gives both texts back, whatever they are', ({ assert }) => {
    const words = ['yol', 'su', 'köy\n\n', 'cuma ', 'ekip', '  ', 'ğüşiöç', '1.']
    let seed = 7
    const dice = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
    const any = () => Array.from({ length: dice(30) }, () => words[dice(words.length)]).join(' ')
    for (let time = 0; time < 300; time++) {
      const [before, after] = [any(), any()]
      const pieces = wordDiff(before, after)
      const without = (kind: string) =>
        pieces.filter((one) => one.kind !== kind).map((one) => one.words)
      assert.equal(without('added').join(''), before)
      assert.equal(without('gone').join(''), after)
    }
  })

  test('is bounded: of two long texts without a word in common the whole is taken out', ({
    assert,
  }) => {
    const long = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word}${at}`).join(' ')
    assert.lengthOf(wordDiff(`Sayın ${long('a')} son`, `Sayın ${long('b')} son`), 4)
  })
})
