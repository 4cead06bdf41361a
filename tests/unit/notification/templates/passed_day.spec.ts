import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Petition } from '#intake'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { SmsTransport } from '../../../../app/notification/transport/sms_transport.ts'
import { KannelGateway, type Sms, type SmsGateway, SmsText } from '#sms'
import {
  MailTransport,
  type Mailer,
} from '../../../../app/notification/transport/mail_transport.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { MessageTemplate } from '../../../../app/notification/models/message_template.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import {
  LATE,
  TELLS_SECRET,
  type MessageEvent,
} from '../../../../app/notification/message_events.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { CitizenText } from '../../../../app/notification/templates/citizen_text.ts'
import { Company, gatewayOver, QUICK_HTTP, says } from '#tests/support/sms/company'
import { openPeer } from '#tests/support/sms/smpp_peer'
import { until } from '#tests/support/sms/happened'
import { Sender } from '#tests/support/sms/sender'

const phone = PhoneNumber.parse('0500 012 34 56')!
const email = 'ayse@ornek.example'
const DAY = /\b\d{1,2}(\.\d{1,2}\.| \p{L}+ )20\d\d\b/u

const ROUTES = { sms: new Route('sms', 'log'), email: new Route('email', 'mail') }

/** What leaves the house, by the transports that the worker has, of all that is due. */
async function leaving() {
  const said: { event: string; channel: string; locale: string; words: string; latest?: Date }[] =
    []
  let words = ''
  let latest: Date | undefined
  const gateway = {
    send: async ({ text, expiresAt }: Sms) => void ([words, latest] = [text, expiresAt]),
  }
  const letter = {
    to: () => letter,
    subject: (text: string) => ((words = text), letter),
    header: () => letter,
    attachData: () => letter,
    text: (text: string) => ((words += `\n${text}`), letter),
  }
  const mailer: Mailer = { send: async (compose) => compose(letter) }
  const transports = {
    sms: new SmsTransport(gateway as unknown as SmsGateway),
    email: new MailTransport(mailer),
  }
  for (const channel of ['sms', 'email'] as const) {
    for (const message of await new Outbox(ROUTES[channel]).claim(100)) {
      await transports[channel].send(message, async () => {})
      const { event, locale } = message
      said.push({ event, channel, locale, words, latest })
    }
  }
  return said
}

/** Every text that there is, waiting for its turn, about a petition that is due on this day. */
async function everyText(dueOn: string) {
  const { petition } = await Petition.receive(details())
  const [step] = await petition.related('steps').query()
  const messages = CitizenText.all
    // Whose own day is the news is not sent after it: tests/functional/notification/ready_texts.spec.ts.
    .filter(({ isLate, has }) => !isLate && !has.includes('day'))
    .map(({ event, channel, locale }) => ({
      ...{ authorityId: petition.authorityId, petitionId: petition.id, stepId: step!.id },
      ...{ event: event as MessageEvent, channel, locale },
      recipient: channel === 'sms' ? phone.e164 : `${locale}.${email}`,
      placeholders: {
        ...{ number: petition.shownNumber, dueOn },
        ...(event === 'handedOver' && { office: 'Örnek Valiliği' }),
        ...(event === 'callBack' && { phone: '0266 000 00 00' }),
      },
      secret: TELLS_SECRET.includes(event) ? 'K7M4PX' : null,
      version: locale === 'tr' ? 1 : 2,
    }))
  await transaction((trx) => Message.queue(messages, trx))
  return messages.length
}

function at(moment: string, cleanup: (undo: () => void) => void) {
  const now = Settings.now
  cleanup(() => void (Settings.now = now))
  Settings.now = () => Date.parse(moment)
}

/** The chief promises the day wherever it may be written, in subjects too. */
async function chiefPromisesEverywhere() {
  const officer = await Officer.findByOrFail('login', 'sef')
  for (const text of CitizenText.all.filter(({ has }) => has.includes('dueOn'))) {
    const secret = text.has.includes('secret') ? ' {secret}' : ''
    const wording = {
      subject: text.channel === 'email' ? '{number} {dueOn}' : null,
      text: `{number}${secret} {dueOn}: şefin sözü`,
    }
    await MessageTemplate.word(text, wording, false, { officer, seen: 0 })
  }
}

test.group('No message promises a day that has passed', (group) => {
  wrapped(group)
  group.each.teardown(() => MessageTemplate.forget())

  for (const words of ['the house’s words', 'a chief’s words that name the day']) {
    test(`when it leaves: every text in ${words}`, async ({ assert, cleanup }) => {
      if (words.startsWith('a chief')) await chiefPromisesEverywhere()
      at('2026-12-07T20:00:00Z', cleanup)
      const made = await everyText('2026-12-07')
      const onTime = await leaving()
      assert.lengthOf(onTime, made)
      const promising = onTime.filter(({ words: said }) => DAY.test(said))
      assert.isAtLeast(promising.length, 8)

      await db.from('messages').delete()
      at('2026-12-07T20:59:00Z', cleanup)
      await everyText('2026-12-07')
      at('2026-12-07T21:00:00Z', cleanup)
      const late = await leaving()
      assert.lengthOf(late, made)
      for (const { event, channel, locale, words: said } of late) {
        const which = `${event} ${channel} ${locale}: ${said}`
        assert.notMatch(said, DAY, which)
        assert.notMatch(said, /[{}]|null|undefined/, which)
        if (TELLS_SECRET.includes(event)) assert.include(said, 'K7M4PX')
        if (LATE[event]) assert.match(said, /En kısa sürede|as soon as possible/, which)
        if (channel === 'sms') assert.equal(SmsText.count(said).parts, 1, which)
      }
    })
  }

  test('in the chief’s second words, where there are some', async ({ assert, cleanup }) => {
    await chiefPromisesEverywhere()
    const officer = await Officer.findByOrFail('login', 'sef')
    const second = CitizenText.find({ event: 'routedLate', channel: 'sms', locale: 'tr' })!
    const wording = { subject: null, text: '{number}: birimde, gecikti' }
    await MessageTemplate.word(second, wording, false, { officer, seen: 0 })
    at('2026-12-07T20:00:00Z', cleanup)
    await everyText('2026-12-07')
    at('2026-12-09T08:00:00Z', cleanup)
    const said = await leaving()
    const routed = said.find(({ event, channel, locale }) => {
      return event === 'routed' && channel === 'sms' && locale === 'tr'
    })
    assert.match(routed!.words, /^\d\d \d{4} \d{4}: birimde, gecikti$/)
  })

  test('nor has it to promise when it is made after that day', async ({ assert, cleanup }) => {
    const { petition } = await Petition.receive(details({ phone, email }))
    const day = petition.dueOn.toISODate()
    const { bureau, units } = await district()
    const officer = await Officer.findByOrFail('login', 'masa')
    const unit = units.find(({ id }) => id !== bureau.id)!
    at(petition.dueOn.plus({ days: 1 }).toISO()!, cleanup)
    await petition.change((current, trx) => current.refer(unit, { officer }, trx))
    const routed = await Message.query().where('event', 'routed')
    assert.lengthOf(routed, 2)
    for (const { placeholders } of routed) assert.isNull(placeholders.dueOn)
    const received = await Message.query().where('event', 'received')
    for (const { placeholders } of received) assert.equal(placeholders.dueOn, day)
    assert.isTrue(DateTime.now() > petition.dueOn)
  })
})

/** The whole process, gateways too, is at this moment, and goes on from there. */
function goesOnFrom(moment: string, cleanup: (undo: () => void) => void) {
  const now = Date.now
  cleanup(() => void (Date.now = now))
  const ahead = Date.parse(moment) - now()
  Date.now = () => now() + ahead
}

test.group('A telephone that is off until the day is over', (group) => {
  wrapped(group)
  group.each.teardown(() => MessageTemplate.forget())

  for (const words of ['the house’s words', 'a chief’s words that name the day']) {
    test(`does not ring with that day: every text in ${words}`, async ({ assert, cleanup }) => {
      if (words.startsWith('a chief')) await chiefPromisesEverywhere()
      at('2026-12-07T06:00:00Z', cleanup)
      await everyText('2026-12-07')
      const texts = (await leaving()).filter(({ channel }) => channel === 'sms')
      const promising = texts.filter(({ words: said }) => DAY.test(said))
      assert.isAtLeast(promising.length, 4)
      for (const text of texts) {
        const expected = promising.includes(text) ? '2026-12-07T20:59:00Z' : '2026-12-09T06:00:00Z'
        assert.deepEqual(text.latest, new Date(expected), `${text.event}: ${text.words}`)
      }
    })
  }

  test('is not waited for longer than any other where the day is far', async ({
    assert,
    cleanup,
  }) => {
    at('2026-12-01T06:00:00Z', cleanup)
    await everyText('2026-12-07')
    const texts = (await leaving()).filter(({ channel }) => channel === 'sms')
    assert.isNotEmpty(texts)
    for (const { latest } of texts) {
      assert.deepEqual(latest, new Date('2026-12-03T06:00:00Z'))
    }
  })

  test('is told without the day in its last minute, rather than nothing', async ({
    assert,
    cleanup,
  }) => {
    at('2026-12-07T20:58:00Z', cleanup)
    const made = await everyText('2026-12-07')
    at('2026-12-07T20:59:00Z', cleanup)
    const late = await leaving()
    assert.lengthOf(late, made)
    for (const { channel, words, latest } of late) {
      assert.notMatch(words, DAY)
      if (channel === 'sms') assert.deepEqual(latest, new Date('2026-12-09T20:58:00Z'))
    }
  })

  test('is given up by every kind of gateway before the day is over', async (context) => {
    const { assert, cleanup } = context
    const company = await Company.open(context)
    const kannel = await Company.open(context)
    kannel.always = says(202, '0: Accepted for delivery')
    const peer = await openPeer(context)
    const line = { sender: 'ACIKKAPI', username: 'acikkapi', password: 'gizli-parola' }
    const gateways = {
      http: gatewayOver(company, { body: '{"msg":"{text}","valid":"{valid}"}' }),
      kannel: new KannelGateway({
        ...{ name: 'kannel', url: kannel.url, ...line, alphabet: 'locking' as const },
        ...{ reportTo: 'http://127.0.0.1:1/rapor', times: QUICK_HTTP },
      }),
      smpp: Sender.to(peer, context).gateway,
    }
    for (const gateway of [gateways.http, gateways.kannel]) {
      gateway.start()
      cleanup(() => gateway.drain())
    }
    for (const gateway of Object.values(gateways)) await gateway.room()

    goesOnFrom('2026-12-07T20:40:30Z', cleanup)
    await everyText('2026-12-07')
    const claimed = await new Outbox(ROUTES.sms).claim(100)
    const receipt = claimed.find(({ event, locale }) => event === 'received' && locale === 'tr')!
    await new SmsTransport(gateways.http).send(receipt, async () => {})
    await new SmsTransport(gateways.kannel).send(receipt, async () => {})
    void new SmsTransport(gateways.smpp).send(receipt, async () => {})
    await until(() => peer.heard('submit_sm').length === 1)

    const [{ msg, valid }] = company.bodies
    assert.include(msg, '07.12.2026')
    assert.equal(valid, '00:19')
    assert.match(kannel.seen[0]!.url, /&validity=19&/)
    assert.equal(peer.heard('submit_sm')[0]!.validity_period, '261207205900000+')
  })
})
