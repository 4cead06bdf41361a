import { test } from '@japa/runner'
import { readExamples } from '#database/tsv'
import { district } from '#tests/support/databases/district'
import { proposedSubject } from '../../../app/routing/proposed_subject.ts'

test.group('The subject proposed for a text', () => {
  const proposed = async (text: string) => proposedSubject(text, await district())

  test('comes from its keywords, however the text is typed, and says why', async ({ assert }) => {
    for (const text of [
      'ERZAK KOLİSİ istiyoruz',
      'erzak kolisi istiyoruz',
      'Erzağımız, kolimiz yok',
    ]) {
      const found = await proposed(text)
      assert.equal(found?.subject.code, 'sosyal.gida', text)
    }
    const { because } = (await proposed('Evimize Erzak kolisi gelmedi'))!
    assert.includeMembers(because, ['Erzak', 'kolisi'])
  })

  test('is none where nothing in the text says so', async ({ assert }) => {
    for (const text of ['Su', 'Merhaba, iyi günler dilerim.', '']) {
      assert.isNull(await proposed(text), text)
    }
  })

  test('leads to the right unit for most of the examples', async ({ assert }) => {
    const catalogue = await district()
    const examples = readExamples()
    const proposals = examples.map(({ text, unit }) => {
      const subject = proposedSubject(text, catalogue)?.subject
      const to = subject?.unitId ? catalogue.unit(subject.unitId).code : null
      return { isMade: to !== null, isRight: to === unit }
    })
    const made = proposals.filter(({ isMade }) => isMade)
    const right = made.filter(({ isRight }) => isRight)
    assert.isAbove(made.length / examples.length, 0.6, `${made.length} of ${examples.length}`)
    assert.isAbove(right.length / made.length, 0.8, `${right.length} of ${made.length}`)
  })
})
