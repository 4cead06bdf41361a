import { test } from '@japa/runner'
import { levelAbove } from '../../../../app/intake/afterwards/objecting/level.js'
import { isDrawn } from '../../../../app/intake/afterwards/lot.js'

const GAVE = { roles: [], isBureaus: false, isForManager: false } as const

test.group('Who decides an objection', () => {
  for (const [roles, isBureaus, isForManager, level] of [
    [['unitOfficer'], false, false, 'head'],
    [['unitHead'], false, false, 'chief'],
    [['unitOfficer', 'unitHead'], false, false, 'chief'],
    [[], false, false, 'chief'],
    [['bureauChief'], false, false, 'manager'],
    [['unitHead'], true, false, 'manager'],
    [['unitHead'], false, true, 'manager'],
    [['manager'], false, false, 'above'],
    [['manager', 'unitHead'], false, true, 'above'],
  ] as const) {
    test(`is ${level} above ${roles.join('+') || 'nobody'}${isBureaus ? ' of the bureau' : ''}`, ({
      assert,
    }) => {
      assert.equal(levelAbove({ ...GAVE, roles, isBureaus, isForManager }), level)
    })
  }
})

test.group('The lot', () => {
  test('draws the same again, none at 0, all at 100, and about the share of many', ({ assert }) => {
    const many = Array.from({ length: 4000 }, (_, at) => at + 1)
    const drawn = (share: number) => many.filter((id) => isDrawn(id, share))
    assert.isEmpty(drawn(0))
    assert.lengthOf(drawn(100), many.length)
    assert.deepEqual(drawn(5), drawn(5))
    assert.approximately(drawn(5).length, 200, 60)
    assert.isTrue(
      drawn(5).every((id) => isDrawn(id, 10)),
      'a larger share holds the smaller one'
    )
  })
})
