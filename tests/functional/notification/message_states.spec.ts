import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { figuresFor } from '#insight'
import { PhoneNumber } from '#shared/typed/phone_number'
import { stamp } from '#shared/dates/stored'
import { wrapped } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { FINAL, MISSED } from '../../../app/notification/message_states.ts'

/** On purpose they never left: no figure speaks of them. */
const NOT_SENT = ['cancelled', 'suppressed']

test.group('How a text ends', (group) => {
  wrapped(group)

  for (const state of FINAL) {
    test(`${state} is on the managers’ page what it is here`, async ({ assert }) => {
      await received({ phone: PhoneNumber.parse('0500 012 34 56') })
      await db.from('messages').update({ state, final_at: stamp(DateTime.now()) })
      const { share, missed, unknown } = (await figuresFor(await officer('kaymakam'), 'tr'))!.texts
      assert.equal(missed, MISSED.includes(state) ? 1 : 0)
      assert.equal(unknown, state === 'unknown' ? 1 : 0)
      const counted = NOT_SENT.includes(state) ? null : Number(state === 'delivered')
      assert.equal(share, counted)
    })
  }
})
