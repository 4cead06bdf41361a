import { test } from '@japa/runner'
import { Forecast, Petition } from '#intake'
import { wrapped } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'
import { details } from '#tests/support/petitions'

test.group('What leave would move', (group) => {
  wrapped(group)

  test('is counted up to a limit, with a few statements', async ({ assert }) => {
    const texts = ['Yol bozuk.', 'Lamba yanmıyor.', 'Su akmıyor.']
    const all: Petition[] = []
    for (const text of texts) {
      const { petition } = await Petition.receive(details({ text }))
      all.push(petition)
    }
    const leave = { portion: 'full', name: 'İdari izin', kind: 'administrative' }
    const where = { authorityId: districtId(), forTree: false, days: [all[0]!.dueOn] }
    const { result: some, statements } = await statementsOf(() =>
      Forecast.of({ ...leave, ...where }, 2)
    )
    assert.deepEqual([some.moved, some.promised, some.isBounded], [2, 2, true])
    assert.isAtMost(statements.length, 4)
    const whole = await Forecast.of({ ...leave, ...where })
    assert.deepEqual([whole.moved, whole.isBounded], [3, false])
    assert.isAtLeast(whole.least, 1)
    const half = await Forecast.of({ ...leave, ...where, portion: 'am' })
    assert.equal(half.moved, 0)
  })
})
