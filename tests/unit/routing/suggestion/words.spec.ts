import { test } from '@japa/runner'
import { Keywords, phrasesIn } from '../../../../app/routing/learning/keywords.ts'
import { spokenIn, wordFeatures } from '../../../../app/routing/learning/words.ts'
import { markedPieces } from '../../../../app/routing/suggesting/reasons.ts'

/** What two texts have in common. */
function common(one: string, other: string) {
  const features = new Set(wordFeatures(other))
  return wordFeatures(one).filter((feature) => features.has(feature))
}

test.group('The words of a text', () => {
  test('meet however they are typed, and across a softened stem', ({ assert }) => {
    assert.deepEqual(wordFeatures('ÇÖP KONTEYNERİ'), wordFeatures('cop konteyneri'))
    assert.deepEqual(wordFeatures("İSKİ'den"), wordFeatures('iski'))
    for (const [soft, hard] of [
      ['sokağımızdaki', 'sokak'],
      ['kitabım', 'kitap'],
      ['yurdumuz', 'yurt'],
      ['ağacı', 'ağaç'],
    ] as const) {
      assert.isNotEmpty(common(soft, hard), `${soft}, ${hard}`)
    }
    assert.isEmpty(common('ekmek', 'elektrik'))
  })

  test('end somewhere, however long the text', ({ assert }) => {
    assert.lengthOf(spokenIn('kelime '.repeat(50_000)), 300)
    assert.isEmpty(spokenIn('12345 !? ’ ’'))
  })

  test('are found as keywords, alone and beside each other, and say where', ({ assert }) => {
    const text = 'Köyümüzde içme suyu deposu delik.'
    const phrases = ['içme suyu depo', 'su', 'köy okulu'].flatMap((list) =>
      phrasesIn(list).map((words) => ({ label: list, words }))
    )
    const found = new Keywords(phrases).in(spokenIn(text))
    assert.deepEqual([...found.keys()], ['içme suyu depo'])
    assert.deepEqual([...found.get('içme suyu depo')!.words], [1, 2, 3])
  })

  test('are marked in the text, of which nothing is lost', ({ assert }) => {
    const text = 'Çöp, “konteyner” ve\nkoku.'
    const spans = spokenIn(text).filter(({ plain }) => plain !== 've')
    const pieces = markedPieces(text, spans)
    assert.equal(pieces.map((piece) => piece.text).join(''), text)
    assert.deepEqual(
      pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text),
      ['Çöp', 'konteyner', 'koku']
    )
  })
})
