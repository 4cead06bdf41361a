import env from '#start/env'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import db from '@adonisjs/lucid/services/db'
import { simpleParser } from 'mailparser'
import { Petition } from '#intake'
import { NationalId } from '#shared/typed/national_id'
import { says, send } from '#tests/support/at_the_card'
import { atTheUnit, fresh, lookedUp } from '#tests/support/clarifying'
import { emptied } from '#tests/support/database'
import { officer, REFUSED } from '#tests/support/journey'
import { mailerTo, mailServer } from '#tests/support/mail/sink'
import { details } from '#tests/support/petitions'
import { House } from '#tests/support/programs/house'

const SITE = 'https://acikkapi.deneme.example'
const EMAIL = 'ayse.deneme@ornek.example'

/** What nobody but the petitioner and the officers may read, and an e-mail therefore never says. */
const PRIVATE = {
  ...{ name: 'Ayşe Deneme', place: 'Zeytinli' },
  ...{ address: 'Zeytinli Mahallesi, Edremit', text: 'Köyümüzün yolu çok bozuk, geçilmiyor.' },
}

const IDENTITY = '12345678950'

type Sink = Awaited<ReturnType<typeof mailServer>>

/** Petition and e-mail of somebody without a telephone, answered and approved at the card. */
async function concluded({ client }: Pick<TestContext, 'client'>) {
  const { petition, secret } = await atTheUnit({
    ...PRIVATE,
    ...{ nationalId: NationalId.parse(IDENTITY), phone: null, email: EMAIL },
  })
  const { outcome, text, reason, remedy } = REFUSED
  const draft = { outcome, text, reason: reason!, remedy: remedy!, intent: 'submit' }
  ;(await send(client, await officer('tarim'), petition, 'cevap', draft)).assertStatus(303)
  const waits = await fresh(petition)
  ;(await send(client, await officer('tarim.amir'), waits, 'onay')).assertStatus(303)
  return { petition: await fresh(petition), secret }
}

/** Sends all that waits with a worker of its own, as after a restart. */
async function sendAll(sink: Sink) {
  const house = await House.open(mailerTo(sink))
  try {
    await house.sent()
  } finally {
    await house.close()
  }
}

/** What came, as the petitioner's program shows it. */
const read = ({ letters }: Sink) => Promise.all(letters.map((letter) => simpleParser(letter)))

test.group('The e-mail of a concluded petition', (group) => {
  emptied(group)
  group.each.setup(() => {
    env.set('MAIL_MAILER', 'smtp')
    env.set('APP_URL', SITE)
    return () => {
      env.set('MAIL_MAILER', 'none')
      env.set('APP_URL', '')
    }
  })

  test('goes from the approval over the line to its petitioner, whole and once', async (context) => {
    const { assert, client } = context
    const sink = await mailServer(context)
    const { petition, secret } = await concluded(context)
    assert.equal(petition.stage, 'concluded')
    assert.isEmpty(sink.letters, 'nothing leaves before a worker runs')
    await sendAll(sink)

    const mails = await read(sink)
    const number = petition.shownNumber
    const subjects = mails.map(({ subject }) => subject)
    assert.sameMembers(subjects, [
      `${number} numaralı başvurunuz alındı`,
      `${number} numaralı başvurunuz ilgili birime iletildi`,
      `${number} numaralı başvurunuz sonuçlandı`,
      `${number} numaralı başvurunuz: çözüldü mü?`,
    ])
    assert.deepEqual(sink.envelopes, Array(4).fill([EMAIL]), 'one recipient each')
    for (const { to, from, headers } of mails) {
      assert.equal([to].flat()[0]?.text, EMAIL)
      assert.equal(from?.text, '"Açık Kapı" <acik-kapi@kaymakamlik.example>')
      assert.equal(headers.get('auto-submitted'), 'auto-generated')
      assert.match(
        headers.get('content-transfer-encoding') as string,
        /^(quoted-printable|base64)$/
      )
    }
    for (const letter of sink.letters) {
      assert.equal(Buffer.byteLength(letter), letter.length, 'nothing but ASCII goes over the line')
    }

    const told = mails.find(({ subject }) => subject?.endsWith('sonuçlandı'))!
    const sentence = `${number} numaralı başvurunuz sonuçlandı. Sonucu Açık Kapı bürosundan veya takip kodunuzla başvuru sorgulama sayfasından öğrenebilirsiniz.`
    const end = 'Bu ileti otomatik olarak gönderilmiştir; lütfen cevaplamayın.\n\nAçık Kapı'
    assert.equal(told.text!.trim(), `Merhaba,\n\n${sentence}\n\n${end}`)

    // The outcome is read with number and code, not in a mailbox that others may open.
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(says('intake.outcome.refused'))
    page.assertTextIncludes(REFUSED.text)
  })

  test('says nothing of the person, and nothing of what was asked or answered', async (context) => {
    const { assert } = context
    const sink = await mailServer(context)
    const { secret } = await concluded(context)
    await sendAll(sink)
    const { text, reason, remedy } = REFUSED
    const unit = 'Tarım'
    for (const mail of await read(sink)) {
      const whole = [mail.subject, mail.text, ...mail.headerLines.map(({ line }) => line)].join(
        '\n'
      )
      assert.isFalse(mail.html, 'plain text, with nothing to load')
      assert.isEmpty(mail.attachments)
      for (const never of [
        ...Object.values(PRIVATE),
        IDENTITY,
        text,
        reason,
        remedy,
        unit,
        'Ayşe',
      ]) {
        assert.notInclude(whole, never!, mail.subject)
      }
      assert.notMatch(mail.text!, /(?<!\d)[1-9]\d{10}(?!\d)/, 'no number like one of an identity')
      const tellsCode = mail.subject!.endsWith('alındı')
      assert.equal(whole.includes(secret.text), tellsCode, 'the code stands in the first one alone')
    }
  })

  test('brings a link that opens three buttons, and to open it spends nothing', async (context) => {
    const { assert, client } = context
    const sink = await mailServer(context)
    const { petition } = await concluded(context)
    await sendAll(sink)
    const asks = (await read(sink)).find(({ subject }) => subject?.endsWith('çözüldü mü?'))!
    const [link, ...more] = asks.text!.match(/https:\S+/g)!
    assert.isEmpty(more)
    assert.match(link!, /^https:\/\/acikkapi\.deneme\.example\/cozuldu\/[\w-]{22}$/)

    const survey = () => db.from('surveys').where('petition_id', petition.id).firstOrFail()
    const before = await survey()
    for (const _ of [1, 2]) {
      const page = await client.get(new URL(link!).pathname)
      page.assertStatus(200)
      for (const solved of ['yes', 'partly', 'no']) {
        assert.include(page.text(), `name="solved" value="${solved}"`)
        page.assertTextIncludes(says(`intake.afterwards.solved.${solved}`))
      }
    }
    assert.deepEqual(await survey(), before)
    const said = await client.post(new URL(link!).pathname).form({ solved: 'partly' })
    said.assertStatus(200)
    assert.equal((await survey()).solved, 'partly')
  })

  test('does not leave a second time when the worker begins anew', async (context) => {
    const { assert } = context
    const sink = await mailServer(context)
    await concluded(context)
    await sendAll(sink)
    assert.lengthOf(sink.letters, 4)
    // Somebody else's shows that the second worker went through all that there is.
    const other = 'baska@ornek.example'
    await Petition.receive(details({ email: other }))
    await sendAll(sink)
    assert.deepEqual(sink.envelopes.slice(4), [[other]])
    const states = await db.from('messages').where('channel', 'email').distinct('state')
    assert.deepEqual(states, [{ state: 'sent' }])
    const links = await db.from('messages').where('event', 'survey').select('sealed')
    assert.deepEqual(links, [{ sealed: null }], 'the link is not kept once it left')
  })
})
