import { once } from 'node:events'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { emptied } from '#tests/support/database'
import { freePort } from '#tests/support/free_port'
import { eventually } from '#tests/support/notification/dispatching'
import { startWorker } from '#tests/support/notification/worker_process'
import { approved, atUnit } from '#tests/support/waves/at_unit'
import { madeWave } from '#tests/support/waves/made_wave'
import { RUMOURS } from '#tests/support/waves/rumours'

const MANY = madeWave(RUMOURS[0]!, 20, { copies: 150, hiding: 4 })

/** `node ace worker`, which sends nothing to anybody. */
async function worker(context: TestContext) {
  const settings = { SMS_GATEWAYS: 'log', MAIL_MAILER: 'none', LOG_LEVEL: 'error' }
  return startWorker({ port: await freePort() }, context, settings)
}

async function stateOf(state: string) {
  return (await db.from('wave_works').where({ state }).select('petition_id')).length
}

test.group('A worker that is killed while a wave is answered', (group) => {
  emptied(group)

  test('is followed by two others: every one is answered once, and none is lost', async (context) => {
    const { assert } = context
    const { wave } = await atUnit({}, MANY)
    const count = await approved(wave)
    const first = await worker(context)
    const gone = once(first.child, 'exit')
    await eventually(async () => (await stateOf('answered')) >= 3)
    first.child.kill('SIGKILL')
    await gone
    assert.isAbove(await stateOf('waits'), 0, 'it was killed on its way')

    await Promise.all([worker(context), worker(context)])
    const ended = () => db.from('wave_answers').whereNotNull('ended_at').first()
    await eventually(async () => (await ended()) !== null, 60_000)
    assert.lengthOf(await db.from('wave_works'), count)
    assert.equal(await stateOf('waits'), 0)
    const ids = (await db.from('wave_works').where('state', 'answered')).map(
      (row) => row.petition_id as number
    )
    assert.isAtLeast(ids.length, 140)
    for (const rows of [
      db.from('answers'),
      db.from('answer_decisions').join('answers', 'answers.id', 'answer_decisions.answer_id'),
      db.from('steps').where('kind', 'concluded'),
      db.from('messages').where('event', 'concluded'),
    ]) {
      const petitions = (await rows.select('petition_id')).map((row) => row.petition_id as number)
      assert.sameMembers(petitions, ids)
    }
    const open = await db.from('petitions').whereIn('id', ids).whereNot('stage', 'concluded')
    assert.isEmpty(open)
  }).timeout(180_000)
})
