import { test } from '@japa/runner'
import { digestOf, standingIn } from '../../../../app/response/assisting/standing.ts'

const ONE = 'Yolunuzun durumu birimimiz tarafından incelendi.'
const OTHER = 'Su kesintisi için ekip görevlendirildi.'
const rows = [ONE, OTHER].map((text, id) => ({ id, ...digestOf(text) }))
const found = (text: string) => standingIn(text, rows).map(({ row }) => row.id)

test.group('A proposed paragraph in an answer', () => {
  test('is found wherever it stands, however it is parted', ({ assert }) => {
    assert.deepEqual(found(`${OTHER}\n\n${ONE}`), [1, 0])
    assert.deepEqual(found(`Sayın Ayşe Deneme, ${ONE} ${OTHER}`), [0, 1])
    assert.deepEqual(found('yolunuzun durumu,\n birimimiz — tarafından INCELENDİ'), [0])
  })

  test('is a person’s once a word of it has changed', ({ assert }) => {
    assert.deepEqual(found(ONE.replace('birimimiz', 'ekibimiz')), [])
    assert.deepEqual(found(ONE.replace('durumu ', '')), [])
    assert.deepEqual(found(''), [])
  })

  test('is shown as it stands', ({ assert }) => {
    const [one] = standingIn(`Sayın Deneme, ${ONE} Saygılar.`, rows)
    assert.equal(one!.words, ONE.slice(0, -1))
  })

  test('is kept as a digest of its words alone', ({ assert }) => {
    assert.match(digestOf(ONE).digest, /^[\da-f]{64}$/)
    assert.equal(digestOf(ONE).words, 5)
  })
})
