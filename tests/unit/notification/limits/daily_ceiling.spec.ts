import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { emptied, wrapped } from '#tests/support/database'
import { stamp } from '#shared/dates/stored'
import { DailyCeiling, nearCeilings } from '../../../../app/notification/limits/daily_ceiling.ts'
import { DailySending } from '../../../../app/notification/models/daily_sending.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { SendingLimits } from '../../../../app/notification/limits/sending_limits.ts'
import type { Log } from '#sms'
import { received } from '#tests/support/notification/dispatching'

test.group('The ceiling of a day', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await district()
  })

  /** Petitions from the web, each with the telephone of somebody else. */
  async function fromTheWeb(count: number) {
    const messages: Message[] = []
    for (let n = 0; n < count; n++) messages.push((await received(`+90500000010${n}`)).message)
    return messages
  }
  const ceiling = (most: number, log?: Log) =>
    new SendingLimits({}, new DailyCeiling('sms', most, log))

  test('lets so many receipts of the web out in a day; the rest wait for the next', async ({
    assert,
  }) => {
    const messages = await fromTheWeb(4)
    const held = await ceiling(3).holds(messages)
    assert.deepEqual([...held.keys()], [messages[3]!.id])
    const { until, reason } = held.get(messages[3]!.id)!
    assert.equal(reason, 'daily_ceiling')
    const tomorrow = DateTime.now().setZone('Europe/Istanbul').plus({ days: 1 }).startOf('day')
    assert.equal(stamp(until), stamp(tomorrow))
    const [again] = await fromTheWeb(1)
    assert.equal((await holdOf(ceiling(3), again!))?.reason, 'daily_ceiling')
  })

  test('keeps half of a day for those of that day, however many are left over', async ({
    assert,
  }) => {
    const messages = await fromTheWeb(7)
    const [old, fresh] = [messages.slice(0, 4), messages.slice(4)]
    for (const message of old) message.createdAt = message.createdAt.minus({ days: 1 })
    assert.sameMembers(idsOf(await ceiling(4).holds(old)), [old[2]!.id, old[3]!.id])
    const held = await ceiling(4).holds([old[3]!, ...fresh])
    assert.sameMembers(idsOf(held), [old[3]!.id, fresh[2]!.id])
  })

  test('never holds back news of a step, a code, or what came in at the bureau', async ({
    assert,
  }) => {
    await ceiling(1).holds(await fromTheWeb(1))
    const desk = details({ channel: 'desk', phone: PhoneNumber.parse('+905000000200') })
    const { petition } = await Petition.receive(desk)
    const atTheDesk = await Message.findByOrFail('petitionId', petition.id)
    assert.isNull(await holdOf(ceiling(1), atTheDesk))
    const [news] = await fromTheWeb(1)
    const { units } = await district()
    const unit = units.find(({ kind }) => kind === 'internal')!
    const officer = await Officer.findByOrFail('login', 'masa')
    await transaction((trx) => petition.refer(unit, { officer }, trx))
    const routed = await Message.findByOrFail('event', 'routed')
    assert.isNull(await holdOf(ceiling(1), routed))
    assert.equal((await holdOf(ceiling(1), news!))?.reason, 'daily_ceiling')
  })

  test('counts a text once, however often it is tried', async ({ assert }) => {
    const [one, two] = await fromTheWeb(2)
    assert.isNull(await holdOf(ceiling(2), one!))
    one!.fault = 'throttled'
    for (let tries = 0; tries < 3; tries++) assert.isNull(await holdOf(ceiling(2), one!))
    two!.fault = 'quiet_hours'
    assert.isNull(await holdOf(ceiling(2), two!))
  })

  test('is told once when four fifths of it have left', async ({ assert }) => {
    const lines: string[] = []
    const say = (_: object, line: string) => void lines.push(line)
    const log = { info: say, warn: say, error: say }
    const messages = await fromTheWeb(5)
    for (const message of messages.slice(0, 3)) await ceiling(5, log).holds([message])
    assert.isEmpty(lines)
    assert.isEmpty(await nearCeilings({ sms: 5, email: 5 }))
    for (const message of messages.slice(3)) await ceiling(5, log).holds([message])
    assert.lengthOf(lines, 1)
    const near = [{ channel: 'sms' as const, ceiling: 5, count: 5 }]
    assert.deepEqual(await nearCeilings({ sms: 5, email: 0 }), near)
  })

  test('and the cap of an address hold e-mails too', async ({ assert }) => {
    const letters: Message[] = []
    for (let n = 0; n < 3; n++) {
      const { petition } = await Petition.receive(details({ email: 'kurban@ornek.example' }))
      letters.push(await Message.findByOrFail('petitionId', petition.id))
      letters[n]!.fault = null
    }
    await Message.query().update({ state: 'sending' })
    const holds = await new SendingLimits({ dailyCap: 2 }, new DailyCeiling('email', 9)).holds(
      letters
    )
    assert.deepEqual(
      [...holds.values()].map(({ reason }) => reason),
      ['daily_cap']
    )
    const over = await new SendingLimits({}, new DailyCeiling('email', 2)).holds(letters)
    assert.lengthOf([...over.keys()], 3, 'two were counted before')
  })
})

test.group('The ceiling of several processes', (group) => {
  emptied(group)

  test('of two processes is one', async ({ assert }) => {
    const allowed = await Promise.all([1, 2, 3].map(() => DailySending.reserve('sms', 2, 4)))
    assert.equal(
      allowed.reduce((sum, one) => sum + one),
      4
    )
  })
})

function idsOf(holds: Map<number, unknown>) {
  return [...holds.keys()]
}

async function holdOf(limits: SendingLimits, message: Message) {
  return (await limits.holds([message])).get(message.id) ?? null
}
