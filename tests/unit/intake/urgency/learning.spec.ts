import { test } from '@japa/runner'
import { readJudged } from '../../../../app/intake/urgency/evaluation.ts'
import { heldOut, learn, writtenWeights } from '../../../../app/intake/urgency/learning.ts'
import { readBy, readUrgency } from '../../../../app/intake/urgency/reading.ts'

const LINES = Array.from({ length: 10 }, (_, at) => [
  `zurna ${at} çaldı, davullar sustu\tatOnce`,
  `sokağa ${at} bank ve davul istiyoruz\tordinary`,
])
const JUDGED = readJudged(`text\tlevel\n${LINES.flat().join('\n')}\n`)

test.group('What judged texts teach', () => {
  test('a word of those that cannot wait speaks for it, one of both for little', ({ assert }) => {
    const { stems } = learn(JUDGED)
    assert.isAbove(stems.get('zurn')!, 0)
    assert.isBelow(stems.get('soka')!, 0)
    assert.isBelow(Math.abs(stems.get('davu')!), stems.get('zurn')! / 2)
  })

  test('texts are read by it that no rule knows', ({ assert }) => {
    assert.equal(readUrgency('zurna sustu').level, 'ordinary')
    assert.deepEqual(readBy(learn(JUDGED), 'zurna sustu'), {
      level: 'atOnce',
      danger: 'health',
      rule: 'wording',
    })
  })

  test('is measured by texts that it was not learned from', ({ assert }) => {
    const odd = readJudged('text\tlevel\nkaval kaval\tatOnce\n')
    const [known, unknown] = heldOut(
      new Map([
        ['known', JUDGED],
        ['odd', odd],
      ])
    )
    assert.equal(known!.recall, 100)
    assert.equal(unknown!.recall, 0)
  })

  test('is written by weight, without what says next to nothing', ({ assert }) => {
    const stems = new Map([
      ['b', 1.04],
      ['a', 0.98],
      ['c', 0.01],
      ['d', -0.7],
    ])
    const written = writtenWeights({ bias: -1.5, stems, fields: new Map([['fire', 0.2]]) })
    assert.include(written, "bias: -1.5,\n  stems: {\n    '1.0': 'a b',\n    '-0.7': 'd',\n  },")
    assert.include(written, "'0.2': 'fire'")
  })

  test('a long text hides nothing that is said in it', ({ assert }) => {
    const long = 'Sokağımızın lambaları yanmıyor, bank istiyoruz. '.repeat(60)
    assert.equal(readUrgency(long).level, 'ordinary')
    const { level, danger } = readUrgency(`${long} Kocam beni dövüyor, öldürecek. ${long}`)
    assert.deepEqual([level, danger], ['atOnce', 'violence'])
  })
})
