import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Settings } from 'luxon'
import { AnswerDelivery } from '#intake'
import { Message } from '#notification'
import { Forwarding } from '#routing'
import { answered, saysSolved } from '#tests/support/afterwards'
import { says } from '#tests/support/at_the_card'
import { atTheUnit, lookedUp } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { officer, received, unit } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'
import { open } from '#tests/support/at_the_card'

const surveyOf = ({ id }: { id: number }) =>
  db.from('surveys').where('petition_id', id).firstOrFail()

/** SQLite keeps a day as text, MariaDB gives a date. */
const closesOn = ({ closes_on: day }: { closes_on: string | Date }) =>
  day instanceof Date ? day.toISOString().slice(0, 10) : day

/** The address in the e-mail that asks. */
async function linkIn() {
  const mail = await Message.query().where('event', 'survey').firstOrFail()
  return new URL(mail.sealed!).pathname
}

test.group('Whether an answer helped', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('is asked where number and code lead, and can be said otherwise', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(says('intake.afterwards.title'))
    assert.isNull((await surveyOf(petition)).solved, 'to look at it changes nothing')

    const partly = { solved: 'partly', solvedWords: 'Yarısı yapıldı.' }
    const first = await saysSolved(client, petition, secret, partly)
    first.assertTextIncludes(says('intake.follow.done.judged'))
    await saysSolved(client, petition, secret, { solved: 'yes' })
    const row = await surveyOf(petition)
    assert.deepEqual([row.solved, row.words, row.way], ['yes', null, 'code'])
  })

  test('keeps the words sealed, and shows them to the unit', async ({ client, assert }) => {
    const { petition, secret } = await answered()
    const words = 'Ekip geldi ama çukur duruyor.'
    await saysSolved(client, petition, secret, { solved: 'no', solvedWords: words })
    assert.notInclude((await surveyOf(petition)).words, 'çukur')
    const card = await open(client, await officer('tarim'), petition)
    card.assertTextIncludes(words)
  })

  test('gives the page back with the words when nothing was chosen', async ({ client }) => {
    const { petition, secret } = await answered()
    const page = await saysSolved(client, petition, secret, { solvedWords: 'Uzun sözüm var.' })
    page.assertStatus(422)
    page.assertTextIncludes(says('intake.problems.solved.required'))
    page.assertTextIncludes('Uzun sözüm var.')
  })

  test('ends with the last minute of its last day in Türkiye', async ({ client, assert }) => {
    const { petition, secret } = await answered()
    // Answered and opened on 2 December; thirty days later is 1 January.
    await lookedUp(client, petition, secret)
    itIs('2027-01-01T20:59:30Z')
    ;(await saysSolved(client, petition, secret, { solved: 'yes' })).assertStatus(200)
    const { form } = await lookedUp(client, petition, secret)
    itIs('2027-01-01T21:00:00Z')
    const late = await client.post('/sorgula/cozuldu').form({ opened: form.opened, solved: 'no' })
    late.assertStatus(422)
    late.assertTextIncludes(says('intake.problems.stage.askedTooLate'))
    assert.equal((await surveyOf(petition)).solved, 'yes')
  })

  test('has its time from the day on which the answer reached its petitioner, set once', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    assert.isNull((await surveyOf(petition)).closes_on)
    itIs('2027-03-10T09:00:00Z')
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(says('intake.afterwards.title'))
    const until = async () => closesOn(await surveyOf(petition))
    assert.equal(await until(), '2027-04-09', 'opened three months after it was given')
    const { step_id: stepId } = await surveyOf(petition)
    const of = { petitionId: petition.id, stepId }
    await AnswerDelivery.note({ ...of, way: 'post', reachedOn: '2027-03-01' })
    await lookedUp(client, petition, secret)
    assert.equal(await until(), '2027-04-09', 'what was told never moves')
  })

  test('has its time from the slip that the post brings, also where nobody opened it', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered()
    const { step_id: stepId } = await surveyOf(petition)
    const of = { petitionId: petition.id, stepId }
    await AnswerDelivery.note({ ...of, holder: 7, way: 'lookUp', reachedOn: '2026-12-03' })
    assert.isNull((await surveyOf(petition)).closes_on, 'somebody who joined has read it')
    const card = await open(client, await officer('tarim'), petition)
    card.assertTextIncludes(says('response.afterwards.notReached'))
    await AnswerDelivery.note({ ...of, way: 'post', reachedOn: '2026-12-10' })
    assert.equal(closesOn(await surveyOf(petition)), '2027-01-09')
  })

  test('is asked neither of a tip-off, nor of what another body answers, nor before the answer', async ({
    client,
    assert,
  }) => {
    await answered({ kind: 'tipOff', text: 'Deneme' })
    const letter = { documentNumber: null, text: null }
    await Forwarding.make(await received(), await unit('BEL'), await officer('masa'), letter)
    assert.isEmpty(await db.from('surveys'))
    const { petition, secret } = await atTheUnit()
    const early = await saysSolved(client, petition, secret, { solved: 'yes' })
    early.assertStatus(422)
    early.assertTextIncludes(says('intake.problems.stage.notAskedAfter'))
  })
})

test.group('The link of the e-mail', (group) => {
  onAWednesday(group)
  wrapped(group)
  group.each.setup(() => {
    env.set('MAIL_MAILER', 'smtp')
    env.set('APP_URL', 'https://acikkapi.deneme.example')
    return () => {
      env.set('MAIL_MAILER', 'none')
      env.set('APP_URL', '')
    }
  })

  test('opens one question and nothing of the petition, as often as one likes', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered({ email: 'ayse@deneme.example' })
    const link = await linkIn()
    assert.notInclude(JSON.stringify(await surveyOf(petition)), link.split('/').at(-1)!)
    for (const turn of [1, 2]) {
      const page = await client.get(link)
      page.assertStatus(200)
      page.assertHeader('referrer-policy', 'no-referrer')
      assert.notInclude(page.text(), petition.number, `turn ${turn}`)
      assert.notInclude(page.text(), petition.shownNumber.replaceAll(' ', '\u00a0'))
    }
    assert.isNull((await surveyOf(petition)).answered_at, 'opening spends nothing')
    const said = await client.post(link).form({ solved: 'no', solvedWords: 'Olmadı.' })
    said.assertTextIncludes(says('intake.afterwards.objectThere'))
    // Tapped twice, and by somebody to whom it was passed on: the last one counts, and there is one.
    for (const _ of [1, 2]) await client.post(link).form({ solved: 'partly' })
    assert.lengthOf(await db.from('surveys').where('petition_id', petition.id), 1)
    const row = await surveyOf(petition)
    assert.deepEqual([row.solved, row.way], ['partly', 'link'])
  })

  test('says the same of a wrong address and of one whose time is over', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered({ email: 'ayse@deneme.example' })
    const link = await linkIn()
    const wrong = await client.get('/cozuldu/AAAAAAAAAAAAAAAAAAAAAA')
    wrong.assertStatus(410)
    const { now } = Settings
    itIs('2027-01-01T21:00:00Z')
    const over = await client.post(link).form({ solved: 'no' })
    over.assertStatus(410)
    ;(await client.get(link)).assertStatus(410)
    Settings.now = now
    assert.isNull((await surveyOf(petition)).solved)
  })

  test('is opened by whatever reads mails before its reader does, and nothing is spent', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered({ email: 'ayse@deneme.example' })
    const link = await linkIn()
    const before = await surveyOf(petition)
    const ahead = await client.request(link, 'HEAD')
    ahead.assertStatus(200)
    for (const purpose of ['prefetch', 'prefetch;prerender']) {
      const fetched = await client.get(`${link}?utm_source=tarama`).header('sec-purpose', purpose)
      fetched.assertStatus(200)
    }
    // One that presses buttons as well chooses none of the three.
    const pressed = await client.post(link).form({})
    pressed.assertStatus(422)
    assert.deepEqual(await surveyOf(petition), before)
    ;(await client.post(link).form({ solved: 'yes' })).assertStatus(200)
    assert.equal((await surveyOf(petition)).solved, 'yes')
  })

  test('and the code change one and the same answer, until the last day', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered({ email: 'ayse@deneme.example' })
    const link = await linkIn()
    await client.post(link).form({ solved: 'no', solvedWords: 'Çukur duruyor.' })
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(says('intake.afterwards.said.no'))
    await saysSolved(client, petition, secret, { solved: 'yes', solvedWords: 'Şimdi doldu.' })
    itIs('2027-01-01T20:59:30Z')
    ;(await client.post(link).form({ solved: 'partly' })).assertStatus(200)
    itIs('2027-01-01T21:00:00Z')
    ;(await client.post(link).form({ solved: 'no' })).assertStatus(410)
    const row = await surveyOf(petition)
    assert.deepEqual([row.solved, row.way], ['partly', 'link'])
  })

  test('opens no way to object for somebody to whom it was passed on', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered({ email: 'ayse@deneme.example' })
    const said = await client
      .post(await linkIn())
      .form({ solved: 'no', objection: 'İtirazım var.' })
    said.assertStatus(200)
    assert.notInclude(said.text(), 'name="objection"')
    assert.isEmpty(await db.from('objections').where('petition_id', petition.id))
  })

  test('is sent to nobody who gave a telephone alone', async ({ assert }) => {
    await answered()
    assert.isEmpty(await db.from('messages').where('event', 'survey'))
  })
})
