import { test } from '@japa/runner'
import { Authority, Installation } from '#organisation'

/** A governorate, a district below it and an office below that, and an authority of another tree. */
const ROWS = [
  { id: 1, code: 'havran', name: 'Havran', kind: 'district', parentId: 4 },
  { id: 2, code: 'cunda', name: 'Cunda', kind: 'district', parentId: 3 },
  { id: 3, code: 'ayvalik', name: 'Ayvalık', kind: 'district', parentId: 4 },
  { id: 4, code: 'balikesir', name: 'Balıkesir', kind: 'province', parentId: null },
  { id: 5, code: 'bigadic', name: 'Çan', kind: 'district', parentId: null },
]

function installed(rows: object[]) {
  return new Installation(rows.map((row) => new Authority().fill(row)))
}

const ids = (all: Authority[]) => all.map(({ id }) => id)

test.group('A tree of authorities', () => {
  test('is climbed from the nearest on, and gone down by names', ({ assert }) => {
    const all = installed(ROWS)
    assert.deepEqual(ids(all.above(2)), [3, 4])
    assert.deepEqual(ids(all.above(4)), [])
    assert.deepEqual(ids(all.below(4)), [3, 2, 1])
    assert.deepEqual(ids(all.below(3)), [2])
    assert.deepEqual(ids(all.below(2)), [])
    assert.deepEqual(ids(all.offices), [4, 3, 2, 5, 1])
  })

  test('has one root and holds nobody of another', ({ assert }) => {
    const all = installed(ROWS)
    assert.equal(all.tree(2).root.id, 4)
    assert.deepEqual(ids(all.tree(2).others), [4, 3, 1])
    assert.deepEqual(ids(all.tree(4).others), [3, 2, 1])
    assert.deepEqual(all.tree(5), { root: all.byId(5)!, others: [] })
    assert.throws(() => all.tree(6), 'no authority 6')
  })

  test('whose rows form a ring is climbed once', ({ assert }) => {
    const ring = [
      { id: 1, code: 'a', name: 'a', kind: 'district', parentId: 2 },
      { id: 2, code: 'b', name: 'b', kind: 'district', parentId: 1 },
      { id: 3, code: 'c', name: 'c', kind: 'district', parentId: 2 },
    ]
    assert.deepEqual(ids(installed(ring).above(1)), [2])
    assert.deepEqual(ids(installed(ring).above(3)), [2, 1])
    assert.deepEqual(ids(installed(ring).below(1)), [2, 3])
  })
})
