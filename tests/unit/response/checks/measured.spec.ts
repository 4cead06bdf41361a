import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { nameKey } from '#intake'
import { SORTS } from '../../../../app/response/checks/finding.ts'
import { findingsIn } from '../../../../app/response/checks/run.ts'
import { officialWordList } from '../../../../app/response/checks/words/official_words.ts'

const LAST = [
  `Sayın başvuru sahibi, isteğinizi inceledik. Mahallenizdeki yollar bu yılın programında yok. Yollar her
   yıl ocak ayında yapılan toplantıda seçiliyor. İsteğinizi o toplantının listesine yazdık.`,
]

test.group('The checks of an answer, on invented answers', () => {
  test('find what is to be found, and little else', async ({ assert }) => {
    const answers = await readAnswers()
    const list = await officialWordList()
    const others = new Set([nameKey('Deneme Komşu')!])
    const known = new Set(['5000123456'])
    const wrong: string[] = []
    const counts = { right: 0, missed: 0, extra: 0 }
    for (const { expected, petition, text } of answers) {
      const draft = { outcome: 'granted', ground: null, text, reason: null, remedy: null }
      const found = findingsIn(draft, {
        ...{
          locale: 'tr',
          petition,
          wants: [],
          known,
          others,
          keyOf: nameKey,
          last: LAST,
          list,
          borrowed: [],
        },
      }).map(({ sort }) => sort as string)
      for (const sort of SORTS) {
        const [should, does] = [expected.includes(sort), found.includes(sort)]
        if (should && does) counts.right += 1
        if (should && !does) counts.missed += 1
        if (!should && does) counts.extra += 1
        if (should !== does) wrong.push(`${does ? 'extra' : 'missed'} ${sort}: ${text}`)
      }
    }
    const precision = counts.right / (counts.right + counts.extra)
    const recall = counts.right / (counts.right + counts.missed)
    console.log(
      `checks of answers: ${answers.length} answers, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
    )
    for (const line of wrong) console.log(line)
    assert.isAtLeast(answers.length, 60)
    assert.isAtLeast(precision, 0.97, wrong.join('\n'))
    assert.isAtLeast(recall, 0.95, wrong.join('\n'))
  })

  test('say nothing about twenty plain answers', async ({ assert }) => {
    const plain = (await readAnswers()).filter(({ expected }) => expected.length === 0)
    const list = await officialWordList()
    assert.isAtLeast(plain.length, 20)
    for (const { petition, text } of plain) {
      const draft = { outcome: 'granted', ground: null, text, reason: null, remedy: null }
      const found = findingsIn(draft, {
        ...{ locale: 'tr', petition, wants: [], known: new Set<string>(), keyOf: nameKey },
        ...{ others: new Set(['-']), last: LAST, list, borrowed: [] },
      })
      assert.deepEqual(found, [], text)
    }
  })
})

async function readAnswers() {
  const file = await readFile(app.makePath('tests/support/response/answers.tsv'), 'utf8')
  return file
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [expected = '', petition = '', text = ''] = line.split('\t')
      return { expected: expected.split(' ').filter(Boolean), petition, text }
    })
}
