import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { stamp } from '#shared/dates/stored'
import { Call, CalledMeanwhile } from '../../../../app/notification/models/call.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { Silence } from '../../../../app/notification/models/silence.ts'
import { ends, received } from '#tests/support/notification/dispatching'

/** A petition of whose receipt and conclusion nothing arrived. */
async function missed() {
  const { petition } = await received()
  await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
  for (const message of await Message.query().where('petition_id', petition.id)) {
    await ends(message, 'undeliverable', null)
  }
  const [message] = await Message.query().where('petition_id', petition.id)
  return { petition, message: message! }
}

type Missed = Awaited<ReturnType<typeof missed>>

async function called({ petition, message }: Missed, result: string, task = message.task!) {
  await Call.make(message, petition, await officer('masa'), { result, note: null, task })
}

const tasks = () => Message.query().whereNotNull('missed_at')

test.group('A call to whom no message reached', (group) => {
  emptied(group)

  test('ends all that the petition had to tell when somebody answered', async ({ assert }) => {
    const [one, other] = [await missed(), await missed()]
    await called(one, 'reached')
    const left = await tasks()
    assert.deepEqual([...new Set(left.map(({ petitionId }) => petitionId))], [other.petition.id])
    const states = await Message.query().where('petition_id', one.petition.id)
    assert.deepEqual(
      states.map(({ state }) => state),
      ['undeliverable', 'undeliverable']
    )
    const [call] = await Call.all()
    assert.equal(call!.result, 'reached')
    assert.equal(call!.officerId, (await officer('masa')).id)
  })

  test('in vain stays a task, behind those that wait longer', async ({ assert }) => {
    const one = await missed()
    const earlier = stamp(DateTime.utc().minus({ hours: 1 }))
    await Message.query().update({ missed_at: earlier })
    await one.message.refresh()
    await called(one, 'notReached')
    const left = await tasks()
    assert.lengthOf(left, 2)
    for (const { missedAt } of left) assert.isTrue(missedAt! > one.message.missedAt!)
  })

  test('to a wrong number ends the task, stops the texts, and leaves a letter', async ({
    assert,
  }) => {
    const one = await missed()
    await called(one, 'wrongNumber')
    const left = await tasks()
    assert.deepEqual(
      left.map(({ channel, event }) => [channel, event]),
      [['hand', 'concluded']]
    )
    const [silence] = await Silence.all()
    assert.equal(silence!.reason, 'wrongNumber')
    assert.equal(silence!.petitionId, one.petition.id)
  })

  test('is written down once when the button is pressed twice', async ({ assert }) => {
    for (const result of ['notReached', 'reached', 'wrongNumber']) {
      const one = await missed()
      const both = [called(one, result), called(one, result)]
      const written = (await Promise.allSettled(both)).filter(
        ({ status }) => status === 'fulfilled'
      )
      assert.lengthOf(written, 1, result)
      await assert.rejects(() => called(one, result), CalledMeanwhile as never)
    }
    assert.lengthOf(await Call.all(), 3)
  })

  test('is refused with a result or a task that nobody offered', async ({ assert }) => {
    const one = await missed()
    await assert.rejects(() => called(one, 'voicemail'), 'result.choice')
    for (const task of ['', '0', '-1', "1' or '1", '99999999999']) {
      await assert.rejects(() => called(one, 'reached', task), CalledMeanwhile as never)
    }
    assert.lengthOf(await Call.all(), 0)
    assert.lengthOf(await tasks(), 2)
  })
})
