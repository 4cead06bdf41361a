import db from '@adonisjs/lucid/services/db'
import { test, timeTravel } from '@japa/runner'
import { DateTime } from 'luxon'
import { Officer } from '#organisation'
import { emptied, wrapped } from '#tests/support/database'
import { stamp } from '#shared/dates/stored'
import { district, neighbour } from '#tests/support/databases/district'
import { Message } from '../../../../app/notification/models/message.ts'
import {
  MessageTemplate,
  WordingChanged,
} from '../../../../app/notification/models/message_template.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { smsText } from '../../../../app/notification/templates/rendering.ts'
import { CitizenText } from '../../../../app/notification/templates/citizen_text.ts'
import {
  becomes,
  eventually,
  gatewayTo,
  openDispatcher,
  received,
} from '#tests/support/notification/dispatching'
import { openCentre } from '#tests/support/sms/sender'

const RECEIVED = CitizenText.find({ event: 'received', channel: 'sms', locale: 'tr' })!
const OWN = { subject: null, text: 'Kendi metnimiz: {number} {secret}' }

/** As another process leaves it: this one is not told. */
async function wordedElsewhere(authorityId: number, version = 1, text = OWN.text) {
  const { id } = await Officer.findByOrFail('login', 'sef')
  await db.table('message_templates').insert({
    ...{ authority_id: authorityId, event: 'received', channel: 'sms', locale: 'tr' },
    ...{ version, subject: null, text, may_be_long: false },
    ...{ officer_id: id, worded_at: stamp(DateTime.utc()) },
  })
}

async function claimed() {
  const { message } = await received()
  const all = await new Outbox(new Route('sms', 'smpp')).claim(50)
  return all.find(({ id }) => id === message.id)!
}

test.group('An authority’s own words', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await district()
    MessageTemplate.forget()
  })
  group.each.teardown(() => MessageTemplate.forget())

  test('go with every message that is claimed from then on', async ({ assert }) => {
    assert.isNull((await claimed()).wording)
    const officer = await Officer.findByOrFail('login', 'sef')
    assert.isTrue(await MessageTemplate.word(RECEIVED, OWN, false, { officer, seen: 0 }))
    assert.match(smsText(await claimed()), /^Kendi metnimiz: \d\d \d{4} \d{4}/)
  })

  test('are those of the highest version, in whatever order the rows came', async ({ assert }) => {
    const { authority } = await district()
    await wordedElsewhere(authority.id, 2, 'İkinci: {number}')
    await wordedElsewhere(authority.id, 1, 'Birinci: {number}')
    assert.match(smsText(await claimed()), /^İkinci: \d\d \d{4} \d{4}/)
  })

  test('worded twice at the same moment are kept once, and the other is told', async ({
    assert,
  }) => {
    const officer = await Officer.findByOrFail('login', 'sef')
    const word = (text: string) => {
      const wording = { subject: null, text: `${text}: {number} {secret}` }
      return MessageTemplate.word(RECEIVED, wording, false, { officer, seen: 0 })
    }
    const both = await Promise.allSettled([word('Bir'), word('İki')])
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    assert.lengthOf(refused, 1)
    assert.instanceOf(refused[0], WordingChanged)
    assert.lengthOf(await MessageTemplate.query(), 1)
  })

  test('are nobody else’s', async ({ assert }) => {
    await wordedElsewhere(await neighbour())
    assert.isNull((await claimed()).wording)
  })

  test('that cannot be read keep every message waiting, as it was', async ({ assert, cleanup }) => {
    const current = MessageTemplate.current
    MessageTemplate.current = () => Promise.reject(new Error('no database'))
    cleanup(() => {
      MessageTemplate.current = current
    })
    await assert.rejects(claimed, 'no database')
    assert.equal((await Message.query().firstOrFail()).state, 'queued')
  })
})

test.group('A worker that had nothing to do', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
    MessageTemplate.forget()
  })
  group.each.teardown(() => MessageTemplate.forget())

  test('knows all the same what was worded meanwhile in another process', async (context) => {
    const { assert, cleanup } = context
    const centre = await openCentre(context)
    openDispatcher(gatewayTo(centre), context)
    await becomes('delivered', (await received()).message)
    const { authority } = await district()
    await wordedElsewhere(authority.id)

    const reads: string[] = []
    const hear = ({ sql }: { sql: string }) => reads.push(sql)
    const client = db.connection().getReadClient()
    client.on('query', hear)
    cleanup(() => void client.off('query', hear))
    timeTravel('11 seconds')
    await eventually(() => reads.some((sql) => sql.includes('message_templates')))
    await eventually(async () => {
      const [known] = await MessageTemplate.query()
      const { of } = await MessageTemplate.current()
      return of(known!) !== null
    })
    await becomes('delivered', (await received()).message)
    assert.match(centre.messages().at(-1)!.text, /^Kendi metnimiz: \d\d \d{4} \d{4}/)
  })
})
