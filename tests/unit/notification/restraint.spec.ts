import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { usualLimits } from '#config/sms'
import { Petition } from '#intake'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { emptied, wrapped } from '#tests/support/database'
import { stamp } from '#shared/dates/stored'
import { DailyCeiling, nearCeilings } from '../../../app/notification/limits/daily_ceiling.ts'
import { DailySending } from '../../../app/notification/models/daily_sending.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { SendingLimits } from '../../../app/notification/limits/sending_limits.ts'
import { QuietHours } from '../../../app/notification/limits/quiet_hours.ts'
import type { Log } from '#sms'
import { received } from '#tests/support/notification/dispatching'

const istanbul = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Istanbul' })
const quiet = (hours: string, at: string) =>
  QuietHours.parse(hours).end(istanbul(at))?.setZone('Europe/Istanbul').toFormat('dd HH:mm')

test.group('Quiet hours', () => {
  test('go over midnight and end in the morning', ({ assert }) => {
    assert.equal(quiet('21:00-08:00', '2026-11-23T22:30'), '24 08:00')
    assert.equal(quiet('21:00-08:00', '2026-11-24T03:00'), '24 08:00')
    assert.equal(quiet('21:00-08:00', '2026-11-23T21:00'), '24 08:00')
    assert.isUndefined(quiet('21:00-08:00', '2026-11-24T08:00'))
    assert.isUndefined(quiet('21:00-08:00', '2026-11-23T20:59'))
  })

  test('may lie within one day', ({ assert }) => {
    assert.equal(quiet('12:00-13:30', '2026-11-23T12:15'), '23 13:30')
    assert.isUndefined(quiet('12:00-13:30', '2026-11-23T22:15'))
  })

  test('and the cap are on where real people are texted, and off in a trial', async ({
    assert,
  }) => {
    assert.deepEqual(usualLimits(true), {
      ...{ quietHours: '21:00-08:00', dailyCap: 5, mailDailyCap: 5 },
      ...{ dailyCeiling: 3_000, mailDailyCeiling: 3_000 },
    })
    assert.deepEqual(usualLimits(false), {
      ...{ quietHours: 'none', dailyCap: 0, mailDailyCap: 0 },
      ...{ dailyCeiling: 0, mailDailyCeiling: 0 },
    })
  })

  test('written wrongly stop the start, not the texts', ({ assert }) => {
    assert.throws(
      () => QuietHours.parse('21-8'),
      'SMS_QUIET_HOURS is written as 21:00-08:00 or none, not 21-8'
    )
    assert.throws(() => QuietHours.parse('25:00-08:00'), /25:00/)
    assert.throws(() => new SendingLimits({ dailyCap: -1 }), /a whole number of texts, 0 for none/)
  })
})

test.group('Leaving people in peace', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await district()
  })

  const all = { quietHours: '00:00-23:59' }

  test('holds nothing back where the settings say so', async ({ assert }) => {
    const { message } = await received()
    message.event = 'concluded'
    assert.isNull(await holdOf(new SendingLimits({ quietHours: 'none', dailyCap: 0 }), message))
  })

  test('lets the number of a new petition out at night, and nothing else', async ({ assert }) => {
    const { message } = await received()
    assert.isNull(await holdOf(new SendingLimits(all), message))
    message.event = 'concluded'
    assert.equal((await holdOf(new SendingLimits(all), message))?.reason, 'quiet_hours')
  })

  test('lets the number wait for the morning when the citizen has long gone to bed', async ({
    assert,
  }) => {
    const { message } = await received()
    message.createdAt = message.createdAt.minus({ minutes: 16 })
    assert.equal((await holdOf(new SendingLimits(all), message))?.reason, 'quiet_hours')
  })

  test('counts what one number was sent in a day, whatever the petition', async ({ assert }) => {
    const cap = new SendingLimits({ dailyCap: 2 })
    const [one, two] = [await received(), await received()]
    const { message } = await received()
    const other = await received('+905000999999')
    await sent(one.message, { hours: 1 })
    assert.isNull(await holdOf(cap, message))
    await sent(two.message, { hours: 23 })
    assert.equal((await holdOf(cap, message))?.reason, 'daily_cap')
    assert.isNull(await holdOf(cap, other.message))
    await sent(two.message, { hours: 25 })
    assert.isNull(await holdOf(cap, message))
  })

  test('counts what is being sent just now', async ({ assert }) => {
    const [one, two] = [await received(), await received()]
    await Message.query().update({ state: 'sending' })
    const cap = new SendingLimits({ dailyCap: 1 })
    const holds = await cap.holds([one.message, two.message])
    assert.deepEqual([...holds.keys()], [two.message.id])
    assert.equal(holds.get(two.message.id)?.reason, 'daily_cap')
  })

  test('counts the numbers of new petitions apart, and never a gateway’s test', async ({
    assert,
  }) => {
    const cap = new SendingLimits({ dailyCap: 1 })
    const [one, two] = [await received(), await received()]
    await sent(one.message, { hours: 1 })
    two.message.event = 'concluded'
    assert.isNull(await holdOf(cap, two.message))
    two.message.event = 'received'
    assert.equal((await holdOf(cap, two.message))?.reason, 'daily_cap')
    two.message.event = 'test'
    assert.isNull(await holdOf(cap, two.message))
    await Message.query().where('id', one.message.id).update({ event: 'test' })
    two.message.event = 'received'
    assert.isNull(await holdOf(cap, two.message))
  })

  test('does not count what waits for the morning', async ({ assert }) => {
    const [one, two] = [await received(), await received()]
    await Message.query().update({ state: 'sending', event: 'concluded' })
    one.message.event = 'concluded'
    two.message.event = 'renewed'
    const holds = await new SendingLimits({ ...all, dailyCap: 1 }).holds([one.message, two.message])
    assert.deepEqual([...holds.keys()], [one.message.id])
    assert.equal(holds.get(one.message.id)?.reason, 'quiet_hours')
  })

  test('asks the database once for all that leave together', async ({ assert }) => {
    const messages = [(await received()).message, (await received('+905000999999')).message]
    const asked: string[] = []
    const hear = ({ sql }: { sql: string }) => void asked.push(sql)
    const client = db.connection().getReadClient()
    client.on('query', hear)
    await new SendingLimits({ ...all, dailyCap: 5 }).holds(messages)
    client.off('query', hear)
    assert.lengthOf(asked, 1)
  })
})

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

async function sent({ id }: Message, ago: { hours: number }) {
  const at = stamp(DateTime.utc().minus(ago))
  await Message.query().where('id', id).update({ state: 'delivered', sent_at: at })
}
