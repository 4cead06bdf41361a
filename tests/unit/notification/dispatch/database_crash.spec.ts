import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { onSecondDatabase } from '#tests/support/databases/second_database'
import type { SmsCentre } from '../../../../sms_centre/centre.ts'
import { eventually, received } from '#tests/support/notification/dispatching'
import { openCentre } from '#tests/support/sms/sender'
import { startWorker } from '#tests/support/notification/worker_process'

const MESSAGES = 60
const WINDOW = 10
const ANSWERED = 20

/** Takes every message and answers so many, the others after the function that this gives is called. */
function answeringOnly(count: number, centre: SmsCentre) {
  const { accept } = centre
  const allowed = Promise.withResolvers<void>()
  let taken = 0
  centre.accept = async (...message) => {
    taken += 1
    const waits = taken > count
    const answer = await accept.apply(centre, message)
    if (waits) await allowed.promise
    return answer
  }
  return allowed.resolve
}

/** Each its own: one telephone's receipts may be taken for one another while their ids are guessed. */
function telephones(count: number) {
  return Array.from({ length: count }, (_, n) => `+9050000001${String(n).padStart(2, '0')}`)
}

async function states() {
  const rows = await db.from('messages').select('state').count('* as count').groupBy('state')
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

/** SQLite has no server that could die; the worker's own death stands in worker_process.spec.ts. */
const onMariaDb = process.env.DB_CONNECTION === 'mysql'

test.group('The worker, when the database dies', () => {
  if (!onMariaDb) return

  test('loses nothing of what is sent, under way or waiting', async (context) => {
    const { assert } = context
    const server = await onSecondDatabase(context)
    const centre = await openCentre(context, { faults: { delay: 10, jitter: 10 } })
    const petitions = await Promise.all(telephones(MESSAGES).map((phone) => received(phone)))

    const answerAll = answeringOnly(ANSWERED, centre)
    const settings = { ...server.settings, SMPP_WINDOW: String(WINDOW) }
    const { said } = startWorker(centre, context, settings)
    // With more than half of the window under way nothing more is claimed: all stands still.
    await eventually(async () => {
      const { sending = 0 } = await states()
      return sending > WINDOW / 2 && sending === centre.count - ANSWERED
    })
    const { queued } = await states()
    assert.equal(queued, MESSAGES - centre.count)

    await server.crash()
    answerAll()
    await eventually(() => said.join('').includes('The outbox is in trouble'))
    await server.start()
    await eventually(async () => (await states()).delivered === MESSAGES, 40_000)

    assert.deepEqual(await states(), { delivered: MESSAGES })
    const arrivals = centre.arrivals()
    const missing = petitions.filter(
      ({ petition }) => !arrivals.some(({ text }) => text.includes(petition.shownNumber))
    )
    assert.isEmpty(missing)
    // What was answered meanwhile is written as soon as the database is back: nothing goes out twice.
    assert.equal(centre.count, MESSAGES)
  }).timeout(150_000)
})
