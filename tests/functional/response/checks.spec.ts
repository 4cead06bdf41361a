import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Settings } from 'luxon'
import { namePerson, type Petition } from '#intake'
import { Answer } from '#response'
import { Referral } from '#routing'
import type { Officer } from '#organisation'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { GRANTED, officer, received, referredTo, REFUSED, unit } from '#tests/support/journey'
import { AnswerCheck } from '../../../app/response/models/answer_check.ts'
import { Want } from '../../../app/response/models/want.ts'

const VAGUE = 'Yolunuz en kısa sürede onarılacaktır.'
const PLAIN = 'Yolunuz 15 Mart 2027 günü onarılacak.'
const REASON = 'İhale günü henüz belli değil.'

function submit(client: ApiClient, who: Officer, petition: Petition, text: string, more = {}) {
  const found = Object.fromEntries(Object.entries(more))
  return client
    .post(`/dosya/${petition.number}/cevap`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({
      ...{ version: String(petition.version), intent: 'submit' },
      ...{ 'draft-outcome': 'granted', 'draft-text': text, ...found },
    })
}

const isOfChecks = (sql: string) => /answer_checks|wants|answer_examples|insertions/.test(sql)

function markIn(page: { text(): string }) {
  return /name="found" value="([^"]+)"/.exec(page.text())![1]!
}

function look(client: ApiClient, who: Officer, petition: Petition, text: string) {
  return client
    .post(`/dosya/${petition.number}/cevap/denetim`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ 'version': String(petition.version), 'draft-text': text })
}

test.group('An answer is looked at before its head reads it', (group) => {
  wrapped(group)
  group.each.teardown(() => void (Settings.now = () => Date.now()))

  test('goes at once where nothing is found', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const { statements: draft } = await statementsOf(async () => open(client, tarim, petition))
    assert.lengthOf(draft.filter(isOfChecks), 0)
    const passed = await submit(client, tarim, petition, PLAIN)
    passed.assertStatus(303)
    assert.lengthOf(await AnswerCheck.all(), 0)
    const head = await open(client, await officer('tarim.amir'), await petition.refresh())
    assert.notInclude(head.text(), says('response.checks.noted'))
  })

  test('comes back whole, goes on with a reason, and the head reads both', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const first = await submit(client, tarim, petition, VAGUE)
    first.assertStatus(422)
    first.assertTextIncludes(says('response.problems.why_promises.found'))
    first.assertTextIncludes(`${VAGUE}</textarea>`)
    assert.lengthOf(await Answer.all(), 0)

    const found = markIn(first)
    const reasoned = { found, 'draft-why_promises': REASON }
    const passed = await submit(client, tarim, petition, VAGUE, reasoned)
    passed.assertStatus(303)
    await petition.refresh()
    assert.equal(petition.stage, 'awaitingApproval')
    const [row] = await AnswerCheck.all()
    assert.include(row!.$attributes, { sort: 'promises', reason: REASON, version: 1 })

    const amir = await officer('tarim.amir')
    const { statements, result: head } = await statementsOf(async () =>
      open(client, amir, petition)
    )
    assert.lengthOf(statements.filter(isOfChecks), 1)
    head.assertTextIncludes(says('response.checks.noted'))
    head.assertTextIncludes(REASON)

    // Sent back and written otherwise a minute later, nothing is left of it.
    Settings.now = () => Date.now() + 60_000
    await send(client, await officer('tarim.amir'), petition, 'duzeltme', { reason: 'Gün yazın.' })
    await submit(client, tarim, await petition.refresh(), PLAIN)
    const again = await open(client, await officer('tarim.amir'), await petition.refresh())
    assert.equal(petition.stage, 'awaitingApproval')
    assert.notInclude(again.text(), REASON)
  })

  test('is looked at anew where the text changed after the reason was written', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const found = markIn(await submit(client, tarim, petition, VAGUE))
    const reasoned = { found, 'draft-why_promises': REASON }
    const other = `${VAGUE} Suyunuz da bağlanacaktır.`
    const page = await submit(client, tarim, petition, other, reasoned)
    page.assertStatus(422)
    page.assertTextIncludes(REASON)
    assert.notEqual(markIn(page), found)
    const passed = await submit(client, tarim, petition, other, {
      ...reasoned,
      found: markIn(page),
    })
    passed.assertStatus(303)
  })

  test('needs a reason that somebody can read, and not a book', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const found = markIn(await submit(client, tarim, petition, VAGUE))
    for (const reason of ['', '  ', '\u200b', 'a'.repeat(1001)]) {
      const page = await submit(client, tarim, petition, VAGUE, {
        ...{ found, 'draft-why_promises': reason },
      })
      page.assertStatus(422)
    }
  })

  test('may not name another petitioner of what its author may see, in whatever letters', async ({
    client,
  }) => {
    const name = 'Şükrü Deneme'
    await referredTo('TAR', { name })
    const petition = await referredTo('TAR', { name: 'Ayşe Deneme' })
    const tarim = await officer('tarim')
    for (const text of [`${name}'nün yolu da onarıldı.`, 'SUKRU DENEME’NİN yolu da onarıldı.']) {
      const page = await submit(client, tarim, petition, text)
      page.assertStatus(422)
      page.assertTextIncludes(says('response.problems.why_names.found'))
    }
    const own = await submit(
      client,
      tarim,
      petition,
      'Ayşe Deneme’nin yolu 2 Mart günü onarılacak.'
    )
    own.assertStatus(303)
  })

  test('does not give away who came to other units', async ({ client }) => {
    await referredTo('ORM', { name: 'Şükrü Deneme' })
    const petition = await referredTo('TAR', { name: 'Ayşe Deneme' })
    const text = 'Şükrü Deneme’nin yolu da onarıldı.'
    const page = await submit(client, await officer('tarim'), petition, text)
    page.assertStatus(303)
  })

  test('says nothing of numbers to whoever may not know who brought it', async ({ client }) => {
    const petition = await referredTo('TAR', { kind: 'tipOff' })
    const text = 'Sizi 0500 012 34 56 numaradan aradık.'
    const page = await submit(client, await officer('tarim'), petition, text)
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.why_numbers.found'))
  })

  test('is not what was answered to others lately', async ({ client, assert }) => {
    const text = `İsteğinizi inceledik. Mahallenizdeki yollar bu yılın programında yok. Yollar her yıl ocak
      ayında yapılan toplantıda seçiliyor. İsteğinizi o toplantının listesine yazdık.`
    const tarim = await officer('tarim')
    const other = await referredTo('TAR', { name: 'Şükrü Deneme' })
    const given = await submit(client, tarim, other, `Sayın Şükrü Deneme, ${text}`)
    given.assertStatus(303)
    const page = await submit(client, tarim, await referredTo('TAR'), text)
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.why_alike.found'))
    assert.notInclude(page.text(), 'Şükrü', 'what others were told is theirs')
  })

  test('is held against nothing that its author may not read', async ({ client, assert }) => {
    const text = `İsteğinizi inceledik. Mahallenizdeki yollar bu yılın programında yok. Yollar her yıl ocak
      ayında yapılan toplantıda seçiliyor. İsteğinizi o toplantının listesine yazdık.`
    const tarim = await officer('tarim')
    const masa = await officer('masa')
    const hidden = await received({ kind: 'complaint', complainedName: 'Memur Örnek' })
    await namePerson(hidden, null, masa)
    await Referral.make(await hidden.refresh(), await unit('TAR'), masa)
    await (
      await Answer.draftFor(hidden)
    ).submit({ ...GRANTED, text: `${text} Ayşe Hanım aradı.` }, tarim)
    await namePerson(hidden, tarim, masa)
    const page = await submit(client, tarim, await referredTo('TAR'), text)
    page.assertStatus(303)
    assert.notInclude(page.text(), 'Ayşe Hanım')
  })

  test('keeps its reasons whatever is pressed until it is submitted', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const found = markIn(await submit(client, tarim, petition, VAGUE))
    const more = { found, 'draft-why_promises': REASON }
    const isThere = (page: { text(): string }) =>
      assert.include(page.text(), `name="draft-why_promises" value="${REASON}"`)
    // Refused for something else.
    const incomplete = await submit(client, tarim, petition, '', more)
    incomplete.assertStatus(422)
    isThere(incomplete)
    // Another thing looked up beside it, without a script.
    const form = { 'version': String(petition.version), ...more, 'draft-text': VAGUE }
    const examples = await client
      .post(`/dosya/${petition.number}/cevap/ornekler`)
      .loginAs(tarim)
      .withCsrfToken()
      .form(form)
    isThere(examples)
    const saved = await client
      .post(`/dosya/${petition.number}/cevap`)
      .loginAs(tarim)
      .withCsrfToken()
      .form({ ...form, 'intent': 'save', 'draft-outcome': 'granted' })
    saved.assertTextIncludes(says('response.flash.saved'))
    assert.notInclude(saved.text(), says('response.draft.unsaved'))
    isThere(saved)
    const passed = await submit(client, tarim, await petition.refresh(), VAGUE, more)
    passed.assertStatus(303)
    assert.equal((await AnswerCheck.firstOrFail()).reason, REASON)
  })

  test('does not hide without a script what somebody saved meanwhile', async ({ client }) => {
    const petition = await referredTo('TAR')
    const head = await officer('tarim.amir')
    await (await Answer.draftFor(petition)).write({ ...GRANTED, text: 'Amirin sözleri.' }, head)
    petition.version -= 1
    const page = await look(client, await officer('tarim'), petition, VAGUE)
    page.assertTextIncludes(`${VAGUE}</textarea>`)
    page.assertTextIncludes('Amirin sözleri.')
  })

  test('beside the draft: as a part of the page, and as the page without a script', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const whole = await look(client, tarim, petition, VAGUE)
    whole.assertStatus(200)
    whole.assertTextIncludes(`${VAGUE}</textarea>`)
    whole.assertTextIncludes(says('response.checks.sort.promises'))
    const part = await look(client, tarim, petition, VAGUE).header('hx-request-type', 'partial')
    part.assertTextIncludes(says('response.checks.sort.promises'))
    assert.notInclude(part.text(), '<main')
    const own = { petition_id: petition.id, officer_id: tarim.id }
    assert.lengthOf(await db.from('views').where(own), 2, 'each look leaves a row')
    const none = await look(client, tarim, petition, PLAIN).header('hx-request-type', 'partial')
    none.assertTextIncludes(says('response.checks.nothing'))
    for (const [login, status] of [
      ['kaymakam', 403],
      ['orman', 404],
    ] as const) {
      const page = await look(client, await officer(login), petition, VAGUE)
      page.assertStatus(status)
    }
  })

  test('a refusal without a way to go is one of them', async ({ client }) => {
    const petition = await referredTo('TAR')
    const { outcome, text } = REFUSED
    const page = await send(client, await officer('tarim'), petition, 'cevap', {
      ...{ outcome: outcome!, text, reason: 'Uygun değil.', remedy: 'Yoktur.', intent: 'submit' },
    })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.why_grounds.found'))
  })
})

test.group('What a petition asks for', (group) => {
  wrapped(group)

  const TEXT = 'Yolumuz çok bozuk. Çukurun kapatılmasını istiyorum. Servis ne zaman gelecek?'

  function keep(client: ApiClient, who: Officer, petition: Petition, form: object) {
    return client
      .post(`/dosya/${petition.number}/cevap/istenenler`)
      .loginAs(who)
      .withCsrfToken()
      .redirects(0)
      .form(form)
  }

  test('is listed from its sentences and by hand, and ticked off', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { text: TEXT })
    const tarim = await officer('tarim')
    const address = `/dosya/${petition.number}/cevap/istenenler`
    const page = await client.get(address).loginAs(tarim)
    page.assertTextIncludes('Servis ne zaman gelecek?')
    const [key] = /listed-\d+/.exec(page.text())!
    const kept = await keep(client, tarim, petition, { [key]: '1', lines: 'Lamba\n\n Lamba ' })
    kept.assertStatus(303)
    const wants = await Want.query().orderBy('id')
    assert.deepEqual(
      wants.map(({ text }) => text),
      ['Çukurun kapatılmasını istiyorum.', 'Lamba']
    )

    const asked = await submit(client, tarim, await petition.refresh(), PLAIN)
    asked.assertStatus(422)
    asked.assertTextIncludes(says('response.problems.why_asked.found'))
    const [pit, lamp] = wants
    await keep(client, tarim, petition, {
      [`answered-${pit!.id}`]: '1',
      [`dropped-${lamp!.id}`]: '1',
    })
    const passed = await submit(client, tarim, await petition.refresh(), PLAIN)
    passed.assertStatus(303)
  })

  test('keeps what another tab ticked: each says what it changes', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { text: TEXT })
    const tarim = await officer('tarim')
    await keep(client, tarim, petition, { lines: 'Lamba\nÇukur' })
    const [lamp, pit] = await Want.query().orderBy('id')
    const address = `/dosya/${petition.number}/cevap/istenenler`
    const tick = (want: Want) => ({ [`answered-${want.id}`]: '1' })
    // Both pages were opened before either was pressed.
    await keep(client, tarim, petition, tick(lamp!))
    await keep(client, tarim, petition, tick(pit!))
    const ticked = async () => (await Want.query().orderBy('id')).map((one) => one.isAnswered)
    assert.deepEqual(await ticked(), [true, true])
    const page = await client.get(address).loginAs(tarim)
    page.assertTextIncludes(`name="before-${lamp!.id}" value="1"`)
    // Unticked on a page that showed it ticked.
    const shown = { [`before-${lamp!.id}`]: '1', [`before-${pit!.id}`]: '1', ...tick(pit!) }
    await keep(client, tarim, petition, shown)
    assert.deepEqual(await ticked(), [false, true])
    // What was ticked stands there again where something else is to be mended.
    const long = { [`before-${pit!.id}`]: '1', ...tick(lamp!), lines: 'a'.repeat(301) }
    const mended = await keep(client, tarim, petition, long)
    mended.assertStatus(422)
    assert.match(mended.text(), new RegExp(`name="answered-${lamp!.id}" value="1" checked`))
    assert.notMatch(mended.text(), new RegExp(`name="answered-${pit!.id}" value="1" checked`))
    // Another tab ticks meanwhile: the page that came back still says what it showed at first.
    const old = { [`before-${pit!.id}`]: '1', ...tick(pit!) }
    await keep(client, tarim, petition, { ...old, ...tick(lamp!) })
    const back = await keep(client, tarim, petition, { ...old, lines: 'a'.repeat(301) })
    back.assertStatus(422)
    back.assertTextIncludes(`name="before-${pit!.id}" value="1"`)
    assert.notInclude(back.text(), `name="before-${lamp!.id}" value="1"`)
    await keep(client, tarim, petition, old)
    assert.deepEqual(await ticked(), [true, true])
  })

  test('is nobody else’s to see or to change', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { text: TEXT })
    for (const login of ['kaymakam', 'orman', 'masa']) {
      const who = await officer(login)
      const kept = await keep(client, who, petition, { lines: 'Lamba' })
      assert.oneOf(kept.status(), [404, 422])
    }
    assert.lengthOf(await Want.all(), 0)
  })
})
