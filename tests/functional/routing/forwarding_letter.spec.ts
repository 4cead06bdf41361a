import { test } from '@japa/runner'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { Petition, type PetitionDetails } from '#intake'
import type { Officer } from '#organisation'
import { Forwarding } from '#routing'
import { shortDate, today } from '#shared/dates/turkish_date'
import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/typed/national_id'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { PDF, withFilesFolder } from '#tests/support/files'
import { officer, readAtTheDesk, received, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { Poppler } from '#tests/support/programs/poppler'
import { opened } from '#tests/support/walks/every_form'

const NUMBER = { signatory: 'Ali Örnek', signatory_title: 'Kaymakam', closing: 'rica' }
const NO_LETTER = { documentNumber: null, text: null }

async function forwarded(about: Partial<PetitionDetails> = {}, code = 'BEL') {
  const petition = await received(about)
  if (petition.kind === 'tipOff') await readAtTheDesk(petition)
  await Forwarding.make(petition, await unit(code), await officer('masa'), NO_LETTER)
  return petition
}

function press(
  client: ApiClient,
  who: Officer,
  { number, version }: Petition,
  form: string,
  fields: Record<string, string>
) {
  return client
    .post(`/dosya/${number}/ust-yazi${form}`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ version: String(version), ...fields })
}

const pdfOf = (answer: ApiResponse) => answer.body() as Buffer

async function letter(client: ApiClient, who: Officer, petition: Petition) {
  const answer = await opened(client, who, `/dosya/${petition.number}/ust-yazi/pdf`)
  answer.assertStatus(200)
  return (await Poppler.asked(pdfOf(answer), 'pdftotext', '-raw')).replaceAll(/\s+/g, ' ')
}

const stepsOf = async (petition: Petition) =>
  (await petition.related('steps').query()).map(({ kind }) => kind)

test.group('The letter of a forwarding', (group) => {
  group.each.skip(!Poppler.isInstalled, Poppler.MISSING)
  wrapped(group)
  withFilesFolder(group)

  test('is printed, gets its number, leaves by KEP and is answered', async ({ client, assert }) => {
    const masa = await officer('masa')
    const { petition, secret } = await Petition.receive(details({ text: 'Yolumuz bozuk.' }))
    await Forwarding.make(petition, await unit('BEL'), masa, NO_LETTER)
    const body = await unit('BEL')
    ;(await open(client, masa, petition)).assertTextIncludes(says('routing.forwarding.link'))
    const list = (waits: string) => opened(client, masa, `/gonderilenler?bekleyen=${waits}`)
    ;(await list('number')).assertTextIncludes(petition.number)

    const blank = await letter(client, masa, petition)
    for (const words of [
      'T.C. EDREMİT KAYMAKAMLIĞI',
      '....... ',
      'Yolumuz bozuk.',
      'Ayşe Deneme',
    ]) {
      assert.include(blank, words)
    }
    assert.include(blank, body.name.toLocaleUpperCase('tr'))

    const day = shortDate(today())
    const numbered = { ...NUMBER, document_number: 'E-42/17', document_date: day }
    ;(await press(client, masa, petition, '', numbered)).assertStatus(303)
    const signed = await letter(client, masa, petition)
    for (const words of ['Sayı : E-42/17', 'Ali Örnek Kaymakam', 'rica ederim']) {
      assert.include(signed, words)
    }
    ;(await list('sending')).assertTextIncludes(petition.number)

    await petition.refresh()
    const kep = { sent_by: 'kep', reference: 'KEP-2026/88', sent_on: day }
    ;(await press(client, masa, petition, '/gonderim', kep)).assertStatus(303)
    ;(await list('answer')).assertTextIncludes(petition.number)

    await petition.refresh()
    const answer = {
      ending: 'answered',
      body_number: 'B-9',
      answered_on: day,
      text: 'Yola bakıldı.',
    }
    ;(await press(client, masa, petition, '/cevap', answer)).assertStatus(303)
    for (const waits of ['number', 'sending', 'answer']) {
      assert.notInclude((await list(waits)).text(), petition.number)
    }
    await petition.refresh()
    assert.deepInclude(petition.serialize(), { stage: 'concluded', outcome: 'forwarded' })

    const typed = { number: petition.number, secret: secret.text }
    const result = await client.post('/sorgula').form(typed)
    for (const words of ['Yola bakıldı.', 'B-9', 'E-42/17', body.name]) {
      result.assertTextIncludes(words)
    }
    result.assertTextIncludes(says('intake.outcome.forwarded'))
    const told = await db
      .from('messages')
      .where({ petition_id: petition.id, event: 'bodyAnswered' })
    assert.lengthOf(told, 1)
  })

  test('is done once, however often it is pressed, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const petition = await forwarded()
    const day = shortDate(today())
    const old = await Petition.findOrFail(petition.id)
    const twice = [
      ['', { ...NUMBER, document_number: 'E-1', document_date: day }],
      ['/gonderim', { sent_by: 'post', reference: 'RR 1', sent_on: day }],
      ['/cevap', { ending: 'answered', answered_on: day, text: 'Bakıldı.' }],
    ] as const
    for (const [form, fields] of twice) {
      const at = await Petition.findOrFail(petition.id)
      const presses = [1, 2].map(() => press(client, masa, at, form, fields))
      for (const answer of await Promise.all(presses)) answer.assertStatus(303)
      ;(await press(client, masa, at, form, fields)).assertStatus(303)
    }
    const steps = await stepsOf(petition)
    for (const kind of ['forwardingNumbered', 'forwardingSent', 'forwardingAnswered'] as const) {
      assert.lengthOf(
        steps.filter((one) => one === kind),
        1
      )
    }
    // An old page: somebody went on meanwhile, and nothing typed is lost.
    const late = await press(client, masa, old, '/gonderim', {
      sent_by: 'hand',
      reference: 'Elden Veli',
    })
    late.assertStatus(422)
    late.assertTextIncludes(says('routing.problems.version.forwarding'))
    assert.include(late.text(), 'Elden Veli')
  })

  test('says in a sentence what is to be mended', async ({ client, assert }) => {
    const masa = await officer('masa')
    const petition = await forwarded()
    const bad = [
      ['', { closing: 'rica', document_number: 'E-1' }, 'document_date.required'],
      ['', { closing: 'rica', document_date: '2.12.2026' }, 'document_number.required'],
      ['', { closing: 'rica', document_number: 'Ş-1', document_date: '1' }, 'document_date.format'],
      ['', { closing: 'x' }, 'closing.choice'],
      [
        '',
        { closing: 'arz', document_number: 'E', document_date: '1.1.2090' },
        'document_date.future',
      ],
      [
        '',
        { closing: 'arz', document_number: 'E', document_date: '1.1.1990' },
        'document_date.early',
      ],
      ['/gonderim', {}, 'sent_by.choice'],
      ['/gonderim', { sent_by: 'kep' }, 'reference.required'],
      ['/gonderim', { sent_by: 'post', sent_on: '1.1.2090' }, 'sent_on.future'],
      ['/cevap', {}, 'ending.choice'],
      ['/cevap', { ending: 'answered', answered_on: '\u200b' }, 'text.required'],
      ['/cevap', { ending: 'answered', text: 'Tamam' }, 'answered_on.required'],
    ] as const
    for (const [form, fields, problem] of bad) {
      const answer = await press(client, masa, petition, form, { ...fields })
      answer.assertStatus(422)
      answer.assertTextIncludes(says(`routing.problems.${problem}`))
    }
    assert.lengthOf(await stepsOf(petition), 2)
  })

  test('needs no answer where the body writes to the petitioner itself', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const petition = await forwarded()
    ;(await press(client, masa, petition, '/cevap', { ending: 'direct' })).assertStatus(303)
    const row = await Forwarding.findByOrFail('petitionId', petition.id)
    assert.isNull(row.waitsFor)
    const told = await db
      .from('messages')
      .where({ petition_id: petition.id, event: 'bodyAnswered' })
    assert.isEmpty(told)
  })

  test('is answered by a file alone, which the petitioner opens', async ({ client }) => {
    const masa = await officer('masa')
    const { petition, secret } = await Petition.receive(details())
    await Forwarding.make(petition, await unit('BEL'), masa, NO_LETTER)
    const answer = { ending: 'answered', answered_on: shortDate(today()) }
    ;(await press(client, masa, petition, '/cevap', answer)).assertStatus(422)
    const added = await client
      .post(`/dosya/${petition.number}/ek`)
      .loginAs(masa)
      .withCsrfToken()
      .redirects(0)
      .fields({ part: 'answer' })
      .file('files', PDF, { filename: 'belediye.pdf' })
    added.assertStatus(303)
    await db.from('attachments').update({ state: 'ready' })
    ;(await press(client, masa, petition, '/cevap', answer)).assertStatus(303)
    const typed = { number: petition.number, secret: secret.text }
    const result = await client.post('/sorgula').form(typed)
    result.assertTextIncludes(says('routing.stock.bodyAnsweredInFiles'))
    result.assertTextIncludes('belediye</bdi>')
  })

  test('leaves one’s own petition out of its list, and asks once whose they all are', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const nationalId = NationalId.parse('12345678950')!
    await sef.merge({ nationalIdIndex: blindIndex('nationalId', nationalId.digits) }).save()
    const own = await forwarded({ nationalId })
    const others = [await forwarded(), await forwarded(), await forwarded()]
    const page = () => opened(client, sef, '/gonderilenler?bekleyen=number')
    const { statements, result } = await statementsOf(page)
    assert.notInclude(result.text(), own.number)
    for (const { number } of others) assert.include(result.text(), number)
    assert.lengthOf(
      statements.filter((one) => /from .petitioners./.test(one)),
      1
    )
  })

  test('stands in its list a page at a time, whatever waits longest first', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const all: string[] = []
    for (let count = 0; count < 32; count++) all.push((await forwarded()).number)
    const list = await opened(client, sef, '/gonderilenler?bekleyen=number')
    const shown = (page: ApiResponse) =>
      [...page.text().matchAll(/id="p(\d{10})"/g)].map(([, n]) => n)
    assert.deepEqual(shown(list), all.slice(0, 30))
    const [, next] = /href="([^"]+)" rel="next"/.exec(list.text())!
    const rest = await opened(client, sef, next!.replaceAll('&amp;', '&'))
    assert.deepEqual(shown(rest), all.slice(30))
    assert.notInclude(rest.text(), 'rel="next"')
  })

  test('says of a tip-off nothing of who brought it', async ({ client, assert }) => {
    const sef = await officer('sef')
    const petition = await forwarded({ kind: 'tipOff', text: 'Komşum Veli kaçak kazıyor.' })
    await petition.change((current, trx) =>
      current.strike([{ thing: 'text', words: '[…] kaçak kazıyor.' }], sef, trx)
    )
    const text = await letter(client, sef, petition)
    assert.include(text, 'kaçak kazıyor.')
    for (const word of ['Ayşe', 'Deneme', 'Veli', 'Zeytinli Mahallesi']) {
      assert.notInclude(text, word)
    }
    assert.include(text, says('routing.letter.hidden'))
  })

  test('is whose desk it is alone', async ({ client, assert }) => {
    const petition = await forwarded()
    const about = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const kaymakam = await officer('kaymakam')
    await Forwarding.make(about, await unit('BEL'), kaymakam, NO_LETTER)
    const at = (one: Petition) => `/dosya/${one.number}/ust-yazi`
    for (const path of [at(petition), `${at(petition)}/pdf`]) {
      ;(await opened(client, await officer('tarim'), path)).assertStatus(404)
      ;(await opened(client, kaymakam, path)).assertStatus(403)
      ;(await opened(client, await officer('sef'), path)).assertStatus(200)
    }
    for (const path of [at(about), `${at(about)}/pdf`]) {
      ;(await opened(client, await officer('sef'), path)).assertStatus(404)
      ;(await opened(client, kaymakam, path)).assertStatus(200)
    }
    const list = await opened(client, await officer('sef'), '/gonderilenler')
    assert.notInclude(list.text(), about.number)
    list.assertTextIncludes(petition.number)
    const managers = await opened(client, kaymakam, '/gonderilenler')
    managers.assertTextIncludes(about.number)
    assert.notInclude(managers.text(), petition.number)
    ;(await opened(client, await officer('tarim'), '/gonderilenler')).assertStatus(403)
    const answered = await received()
    ;(await opened(client, await officer('sef'), at(answered))).assertStatus(404)
  })

  test('goes by e-mail where the body has an address, with its number, sealed', async ({
    client,
    assert,
    cleanup,
  }) => {
    const masa = await officer('masa')
    const email = 'yazi.isleri@belediye.example'
    const petition = await forwarded()
    const byMail = () => press(client, masa, petition, '/gonderim', { sent_by: 'email' })
    ;(await byMail()).assertStatus(422)

    env.set('MAIL_MAILER', 'smtp')
    cleanup(() => env.set('MAIL_MAILER', 'none'))
    ;(await byMail()).assertStatus(422)
    const body = await unit('BEL')
    const before = body.email
    body.email = email
    cleanup(() => void (body.email = before))
    const unnumbered = await byMail()
    unnumbered.assertTextIncludes(says('routing.problems.sent_by.unnumbered'))

    const day = shortDate(today())
    const numbered = { ...NUMBER, document_number: 'E-42/17', document_date: day }
    ;(await press(client, masa, petition, '', numbered)).assertStatus(303)
    await petition.refresh()
    ;(await byMail()).assertStatus(303)
    const [message] = await db.from('messages').where({ event: 'outsideLetter' })
    assert.equal(message.petition_id, petition.id)
    assert.equal(message.state, 'queued')
    const [dispatch] = await db.from('forwarding_dispatches')
    for (const row of [message, dispatch]) assert.notInclude(JSON.stringify(row), email)
    assert.isNotNull(dispatch.recipient)
  })
})
