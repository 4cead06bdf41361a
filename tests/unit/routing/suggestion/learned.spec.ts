import { test } from '@japa/runner'
import { calibrated, softmax } from '../../../../app/routing/learning/certainty.ts'
import { learn, learned } from '../../../../app/routing/learning/learn.ts'
import { lessonOf, type Lesson } from '../../../../app/routing/learning/lesson.ts'
import { packed, unpacked } from '../../../../app/routing/learning/packed.ts'
import { wordFeatures } from '../../../../app/routing/learning/words.ts'
import { judged } from '../../../../app/routing/evaluation/judged.ts'
import { readLabelled } from '#routing'

const TEXTS: Record<string, string[]> = {
  SKI: ['su kesik', 'musluktan su akmıyor', 'su borusu patladı'],
  ENR: ['elektrik kesik', 'direk devrildi', 'elektrik teli sarkıyor'],
  BEL: ['çöp alınmıyor', 'kaldırım bozuk', 'parkta çöp var'],
}
const lessons = Object.entries(TEXTS).flatMap(([unit, texts]) =>
  texts.map((text) => lessonOf(text, unit, 'example'))
)

function bestOf(text: string, model: ReturnType<typeof learned>) {
  const margins = model.margins(wordFeatures(text))
  return model.kept.codes[margins.indexOf(Math.max(...margins))]
}

test.group('What was learned', () => {
  test('says whose a text is, and by which word', ({ assert }) => {
    const model = learned(lessons)
    assert.equal(bestOf('sular kesik, musluk kuru', model), 'SKI')
    assert.equal(bestOf('direkteki tel', model), 'ENR')
    const weight = (word: string) => model.speaksFor(wordFeatures(word), 'SKI', 'ENR')
    assert.isAbove(weight('su'), 0)
    assert.isBelow(weight('elektrik'), 0)
  })

  test('is the same each time, and once it was kept and read', ({ assert }) => {
    const [one, other] = [learn({ lessons, phrases: [] }), learn({ lessons, phrases: [] })]
    assert.equal(packed(one), packed(other))
    const again = unpacked(packed(one))
    assert.deepEqual(again.kept, one.kept)
    assert.deepEqual(again.margins(['su']), one.margins(['su']))
  })

  test('holds that a text which came back is not of that unit', ({ assert }) => {
    const wrong: Lesson = { ...lessonOf('kuyu taştı', 'SKI', 'decision'), unit: null, not: ['SKI'] }
    const right = lessonOf('kuyu taştı', 'SKI', 'decision')
    const margin = (more: Lesson[]) => {
      const model = learned([...lessons, ...more])
      return model.margins(wordFeatures('kuyu taştı'))[model.kept.codes.indexOf('SKI')]!
    }
    const five = (lesson: Lesson) => Array.from({ length: 5 }, () => lesson)
    assert.isBelow(margin(five(wrong)), margin([]))
    assert.isAbove(margin(five(right)), margin([]))
  })

  test('is as sure as it was right with what it had not seen', ({ assert }) => {
    const text = (right: number) => ({ margins: [1, -1, -1], shares: [0, 0, 0], right })
    const often = Array.from({ length: 100 }, (_, at) => text(at < 99 ? 0 : 1))
    const seldom = Array.from({ length: 100 }, (_, at) => text(at < 50 ? 0 : 1 + (at % 2)))
    const sure = (tried: typeof often) => softmax([1, -1, -1], calibrated(tried).temperature)[0]!
    assert.isAbove(sure(often), 0.9)
    assert.isAtMost(sure(seldom), 0.8, 'never sure of what is right every second time')
  })
})

test.group('A list of judged texts', () => {
  test('is read with or without names of its columns', ({ assert }) => {
    const rows = [{ text: 'Su yok', unit: 'SKI' }]
    assert.deepEqual(readLabelled('Su yok\tSKI\n'), rows)
    assert.deepEqual(readLabelled('\ufeffunit\tid\ttext\r\nSKI\t7\tSu yok\r\n'), rows)
    assert.throws(() => readLabelled('text\tunit\n\tSKI'), 'Line 2 has no text.')
  })

  test('gives shares, and how often what was sure was right', ({ assert }) => {
    const said = (certainty: number, right: string) => ({
      ranked: ['A', 'B', 'C', 'D'],
      certainty,
      right,
    })
    const { first, three, sure } = judged([
      said(0.9, 'A'),
      said(0.9, 'D'),
      said(0.3, 'C'),
      said(0.5, 'A'),
    ])
    assert.deepEqual(
      { first, three, sure },
      { first: 50, three: 75, sure: { texts: 50, right: 50 } }
    )
    assert.isNull(judged([]).first)
  })
})
