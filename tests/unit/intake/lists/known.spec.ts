import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Officer, Role } from '#organisation'
import { selections } from '../../../../app/intake/lists/reading/known.js'
import { Order } from '../../../../app/intake/lists/order.js'

const CHIEF = {
  ...{ authorityId: 1, atUnit: 1, unitIds: [1], roles: ['bureauChief'] as Role[] },
  below: [] as Officer['below'],
}

/** How often the selection was put together anew for these. */
function madeFor(...askers: (Partial<typeof CHIEF> & { unit?: number; limit?: number })[]) {
  let made = 0
  for (const { unit = 7, limit = 36, ...other } of askers) {
    const officer = { ...CHIEF, ...other } as Officer
    const asked = { officer, filter: { unitId: unit }, order: Order.due, after: null }
    const make = () => [db.from('petitions').where('id', (made += 1))]
    selections(asked, ['known.spec', limit], make)
  }
  return made
}

test.group('A selection that was put together before', () => {
  test('is taken for whoever sees the same, asked the same', ({ assert }) => {
    assert.equal(madeFor({ limit: 1 }, { limit: 1 }), 1)
  })

  test('is nobody’s whose {0} is another')
    .with([
      ['authority', { authorityId: 2 }],
      ['unit', { atUnit: 2 }],
      ['unit of one’s own', { unitIds: [1, 2] }],
      ['role', { roles: ['manager'] }],
      ['filter', { unit: 8 }],
      ['piece', { limit: 12 }],
    ] as const)
    .run(({ assert }, [name, other]) => {
      const own = { limit: 100 + [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) }
      assert.equal(madeFor(own, { ...own, ...(other as object) }), 2)
    })
})
