import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { askFee, LastDay, Petition } from '#intake'
import { today } from '#shared/dates/turkish_date'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, referredTo, unit } from '#tests/support/journey'
import { undoWithdrawal, withdraw } from '../../../../app/intake/following/withdrawal.ts'

const fresh = ({ id }: Petition) => Petition.findOrFail(id)

test.group('The fee of what waits at the desk', (group) => {
  wrapped(group)

  test('can be paid also where its unit was closed while it was withdrawn', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const said = { amount: 1250, covers: 'fotokopi', toldOn: today() }
    const amir = await officer('tarim.amir')
    const current = await fresh(petition)
    await current.change((one, trx) => askFee(one, said, amir, trx))
    await withdraw(await fresh(petition))
    const tarim = await unit('TAR')
    tarim.closedOn = DateTime.utc()
    try {
      await undoWithdrawal(await fresh(petition))
    } finally {
      tarim.closedOn = null
    }
    const waits = await fresh(petition)
    assert.equal(waits.stage, 'reopened')
    const masa = await officer('masa')
    const card = await open(client, masa, waits)
    card.assertTextIncludes(says('response.payFee.title'))
    const paid = { paidOn: today().toISODate()! }
    ;(await send(client, masa, waits, 'ucret-odendi', paid)).assertStatus(303)
    const { legal, promise } = await LastDay.of(await fresh(petition))
    assert.deepEqual([legal!.cause, promise!.cause], ['feePaid', 'feePaid'])
  })
})
