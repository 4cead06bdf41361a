import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import env from '#start/env'
import { Petition, type PetitionDetails } from '#intake'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { Call } from '../../../app/notification/models/call.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { Silence } from '../../../app/notification/models/silence.ts'
import { Outbox } from '../../../app/notification/outbox/outbox.ts'
import { withoutSuppressed } from '../../../app/notification/dispatch/suppression.ts'
import type { MessageState } from '../../../app/notification/message_states.ts'
import { Route } from '../../../app/notification/dispatch/route.ts'
import { ends } from '#tests/support/notification/dispatching'

const phone = PhoneNumber.parse('0500 012 34 56')!
const email = 'ayse@ornek.example'

interface State {
  who: string
  about: Partial<PetitionDetails>
  silence?: 'wrongNumber' | 'declined'
  mailer?: 'smtp'
  isTask: boolean
}

const NOBODY = { kind: 'tipOff', name: null, address: null, place: null } as const

const STATES: State[] = [
  { who: 'neither phone nor e-mail', about: {}, isTask: true },
  { who: 'nothing at all', about: NOBODY, isTask: false },
  {
    who: 'nothing but a phone that is somebody else’s',
    about: { ...NOBODY, phone },
    silence: 'wrongNumber',
    isTask: false,
  },
  { who: 'an e-mail while e-mail is off', about: { email }, isTask: true },
  { who: 'an e-mail', about: { email }, mailer: 'smtp', isTask: false },
  { who: 'a phone', about: { phone }, isTask: false },
  {
    who: 'a phone that is somebody else’s',
    about: { phone },
    silence: 'wrongNumber',
    isTask: true,
  },
  { who: 'a phone whose holder wants none', about: { phone }, silence: 'declined', isTask: false },
  { who: 'no wish for texts', about: { phone, declinesTexts: true }, isTask: false },
]

test.group('Whom no message can reach', (group) => {
  wrapped(group)

  for (const outcome of ['granted', 'forwarded'] as const) {
    for (const { who, about, silence, mailer, isTask } of STATES) {
      const becomes = isTask ? 'is told by hand: a task of the bureau' : 'is nobody’s task'
      test(`with ${who}, ${outcome}: ${becomes}`, async ({ client, assert, cleanup }) => {
        env.set('MAIL_MAILER', mailer ?? 'none')
        cleanup(() => env.set('MAIL_MAILER', 'none'))
        const officer = await Officer.findByOrFail('login', 'masa')
        const { petition } = await Petition.receive(details(about))
        if (silence) {
          await transaction((trx) => Silence.record(petition, phone.e164, silence, officer, trx))
        }
        assert.lengthOf(await Message.query().whereNotNull('missed_at'), 0)
        await petition.change((current, trx) =>
          current.conclude(outcome, 'Yolunuz onarıldı.', { officer }, trx)
        )
        const tasks = await Message.query().whereNotNull('missed_at')
        assert.lengthOf(tasks, isTask ? 1 : 0)
        const list = await client.get('/mesajlar').loginAs(officer)
        list.assertStatus(200)
        assert.equal(list.text().includes('Mektup veya ziyaret'), isTask)
        if (!isTask) return

        const [task] = tasks
        assert.isFalse(task!.mayBeSentAgain)
        assert.notInclude(list.text(), 'Yeniden gönder')
        const address = `/dosya/${petition.number}/mesajlar/${task!.id}/arama`
        const page = await client.get(address).loginAs(officer)
        page.assertStatus(200)
        page.assertTextIncludes('sonucu mektupla veya ziyaretle bildirin')
        assert.notMatch(page.text(), /yanlış numara|numara yanlış/i)
        const done = { result: 'reached', note: 'Mektup gönderildi.', task: task!.task! }
        await client.post(address).loginAs(officer).withCsrfToken().redirects(0).form(done)
        assert.lengthOf(await Message.query().whereNotNull('missed_at'), 0)
      })
    }
  }

  test('is no task before the petition ends', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const officer = await Officer.findByOrFail('login', 'masa')
    const unit = (await district()).unitByCode('TAR')!
    await petition.change((current, trx) => current.refer(unit, { officer }, trx))
    assert.lengthOf(await Message.all(), 0)
  })
})

/** A petition that ended, and what it had to tell went out and ended so. */
async function ended(about: Partial<PetitionDetails> = { phone }, state?: MessageState) {
  const officer = await Officer.findByOrFail('login', 'masa')
  const { petition } = await Petition.receive(details(about))
  await petition.change((current, trx) =>
    current.conclude('informed', 'Yolunuz onarıldı.', { officer }, trx)
  )
  const told = Message.query().where({ petition_id: petition.id, event: 'concluded' })
  const [message] = await told.orderBy('id')
  return { petition, officer, message: state ? await ends(message!, state, null) : message! }
}
type Ended = Awaited<ReturnType<typeof ended>>

const byHand = () => Message.query().where('channel', 'hand')
const tasks = () => Message.query().whereNotNull('missed_at')

async function called({ petition, officer, message }: Ended, result: string) {
  await Call.make(message, petition, officer, { result, note: null, task: message.task! })
}

async function isWrong({ petition, officer }: Ended) {
  await transaction((trx) => Silence.record(petition, phone.e164, 'wrongNumber', officer, trx))
}

test.group('A telephone that turns out wrong after the end', (group) => {
  wrapped(group)

  const FINALS = ['undeliverable', 'expired', 'unknown', 'delivered', 'rejected', 'failed'] as const
  for (const state of [undefined, 'sent', ...FINALS] as const) {
    test(`makes it a letter or a visit when the text is ${state ?? 'queued'}`, async ({
      client,
      assert,
    }) => {
      const { petition, officer } = await ended({ phone }, state)
      const silenced = await client
        .post(`/dosya/${petition.number}/susturma`)
        .loginAs(officer)
        .withCsrfToken()
        .redirects(0)
        .form({ reason: 'wrongNumber' })
      silenced.assertStatus(303)
      const [task, ...more] = await tasks()
      assert.lengthOf(more, 0)
      assert.equal(task!.channel, 'hand')
      assert.equal(task!.words, 'noWay')
      assert.equal(task!.petitionId, petition.id)
      const list = await client.get('/mesajlar').loginAs(officer)
      list.assertTextIncludes('Mektup veya ziyaret')
    })
  }

  test('and was called: the call’s task ends, the letter’s begins', async ({ client, assert }) => {
    const { petition, officer, message } = await ended({ phone }, 'undeliverable')
    const address = `/dosya/${petition.number}/mesajlar/${message.id}/arama`
    const form = { result: 'wrongNumber', note: '', task: message.task! }
    const answer = await client
      .post(address)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form(form)
    answer.assertStatus(303)
    assert.deepEqual(
      (await tasks()).map(({ channel }) => channel),
      ['hand']
    )
  })

  test('is a task for each petition of that telephone, and for none twice', async ({ assert }) => {
    const [one, two] = [
      await ended({ phone }, 'undeliverable'),
      await ended({ phone }, 'delivered'),
    ]
    const { petition: open } = await Petition.receive(details({ phone }))
    await called(one, 'wrongNumber')
    const about = (await byHand()).map(({ petitionId }) => petitionId)
    assert.sameMembers(about, [one.petition.id, two.petition.id])
    await Silence.lift(two.petition, phone.e164, two.officer)
    await isWrong(two)
    assert.lengthOf(await byHand(), 2)
    await open.change((current, trx) =>
      current.conclude('informed', 'Yolunuz onarıldı.', { officer: one.officer }, trx)
    )
    await withoutSuppressed(await new Outbox(new Route('sms', 'smpp')).claim(10))
    assert.lengthOf(await byHand(), 3)
  })

  test('does not bring back what was done by hand', async ({ assert }) => {
    const one = await ended({ phone }, 'undeliverable')
    await isWrong(one)
    const [task] = await tasks()
    await called({ ...one, message: task! }, 'reached')
    await Silence.lift(one.petition, phone.e164, one.officer)
    await isWrong(one)
    assert.lengthOf(await tasks(), 0)
  })

  test('is found out after somebody was reached: nothing is left to tell', async ({ assert }) => {
    const one = await ended({ phone }, 'undeliverable')
    await called(one, 'reached')
    await isWrong(one)
    assert.lengthOf(await byHand(), 0)
  })

  test('is found out while the end is being told', async ({ assert }) => {
    const one = await ended()
    const outbox = new Outbox(new Route('sms', 'smpp'))
    const claimed = await outbox.claim(10)
    const { authorityId, recipientIndex } = one.message
    const silence = { authorityId, channel: 'sms', recipientIndex, petitionId: one.petition.id }
    await Silence.create({
      ...silence,
      ...{ reason: 'wrongNumber', officerId: one.officer.id, since: DateTime.utc() },
    })
    assert.lengthOf(await withoutSuppressed(claimed), 0)
    assert.lengthOf(await byHand(), 1)
  })

  test('is no task while the petition goes on', async ({ assert }) => {
    const { petition } = await Petition.receive(details({ phone }))
    await isWrong({ petition, officer: await Officer.findByOrFail('login', 'masa') } as Ended)
    assert.lengthOf(await tasks(), 0)
  })

  test('is no task where an e-mail leaves, until that has failed too', async ({
    assert,
    cleanup,
  }) => {
    env.set('MAIL_MAILER', 'smtp')
    cleanup(() => env.set('MAIL_MAILER', 'none'))
    const one = await ended({ phone, email })
    await isWrong(one)
    assert.lengthOf(await byHand(), 0)
    const letter = await Message.findByOrFail({ channel: 'email', event: 'concluded' })
    const failed = await ends(letter, 'rejected', null)
    assert.isNotNull(failed.missedAt)
    await called({ ...one, message: failed }, 'wrongNumber')
    assert.deepEqual(
      (await tasks()).map(({ channel }) => channel),
      ['hand']
    )
  })

  test('is no task for whoever wanted no texts', async ({ assert }) => {
    const one = await ended({ phone, declinesTexts: true })
    await isWrong(one)
    assert.lengthOf(await tasks(), 0)
  })

  test('is no result of a letter, and leaves its task', async ({ assert }) => {
    const one = await ended({}, undefined)
    await assert.rejects(() => called(one, 'wrongNumber'), 'result.choice')
    assert.lengthOf(await tasks(), 1)
  })
})
