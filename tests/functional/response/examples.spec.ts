import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Petition, PetitionDetails } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer, closeUnit, Succession } from '#response'
import { NotAllowed, restrict } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { GRANTED, officer, referredTo, unit } from '#tests/support/journey'
import { AnswerExample } from '../../../app/response/models/answer_example.ts'
import { ExampleInsertion } from '../../../app/response/models/example_insertion.ts'
import { Want } from '../../../app/response/models/want.ts'

const GIVEN = `Ayşe Deneme'nin Akçay Mahallesi'ndeki sokağındaki su borusu 3 Aralık 2026 günü değiştirildi.
Sorunuz olursa 0500 012 34 56 numarayı arayın.`
const LENT = `Sokağınızdaki su borusu ekibimiz tarafından yerinde incelendi, patlayan parça yenisiyle değiştirildi
ve hat bir gün boyunca denendi; suyun kesilmesine yol açan başka bir sızıntı bulunmadı.`
const MASKED = '[yer] su borusu [tarih] günü değiştirildi.'

async function subjectOf(petition: Petition, isSensitive = false) {
  const { subjects } = await Catalogue.of(petition.authorityId)
  return subjects.find(({ sensitive }) => Boolean(sensitive) === isSensitive)!
}

/** A petition on an ordinary subject whose answer the agriculture office gave. */
async function given(about: Partial<PetitionDetails> = {}, text = GIVEN) {
  const subject = await subjectOf(await referredTo('TAR'))
  const petition = await referredTo('TAR', { name: 'Ayşe Deneme', subject, ...about })
  const answer = await Answer.draftFor(petition)
  await answer.submit({ ...GRANTED, text }, await officer('tarim'))
  await answer.approve(await officer('tarim.amir'))
  return petition.refresh()
}

function release(client: ApiClient, who: Officer, petition: Petition, text: string) {
  return client
    .post(`/birim/ornekler/${petition.number}`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ text })
}

function beside(client: ApiClient, who: Officer, petition: Petition, form: object = {}) {
  return client
    .post(`/dosya/${petition.number}/cevap/ornekler`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ version: String(petition.version), ...form })
}

test.group('A head releases an answer as an example', (group) => {
  wrapped(group)

  test('after reading it masked; the masked words alone are kept', async ({ client, assert }) => {
    const petition = await given()
    const head = await officer('tarim.amir')
    const list = await client.get('/birim/ornekler?filtre=given').loginAs(head)
    list.assertTextIncludes(petition.shownNumber)
    const page = await client.get(`/birim/ornekler/${petition.number}`).loginAs(head)
    page.assertStatus(200)
    const words = /<textarea[^>]*>([^<]*)/.exec(page.text())![1]!
    for (const private_ of ['Ayşe', 'Deneme', 'Akçay', '0500', '2026']) {
      assert.notInclude(words, private_)
    }
    const kept = await release(client, head, petition, MASKED)
    kept.assertStatus(303)
    const again = await release(client, head, petition, MASKED)
    again.assertStatus(303)
    const [example, ...others] = await AnswerExample.all()
    assert.lengthOf(others, 0)
    assert.equal(example!.text, MASKED)
    const released = await client.get('/birim/ornekler').loginAs(head)
    released.assertTextIncludes(MASKED)
  })

  test('and takes it back; nobody is offered it any more', async ({ client, assert }) => {
    const petition = await given()
    const head = await officer('tarim.amir')
    await AnswerExample.release(petition, head, MASKED)
    const example = await AnswerExample.firstOrFail()
    const another = await officer('orman.amir')
    const takeBack = (who: Officer) =>
      client.post(`/birim/ornekler/${example.id}/geri`).loginAs(who).withCsrfToken().redirects(0)
    await takeBack(another)
    assert.isNull((await AnswerExample.firstOrFail()).takenBackAt)
    const done = await takeBack(head)
    done.assertStatus(303)
    assert.lengthOf(await AnswerExample.candidatesFor(petition), 0)
    await AnswerExample.release(petition, head, MASKED)
    assert.lengthOf(await AnswerExample.candidatesFor(petition), 1)
  })

  test('never with somebody’s number in it', async ({ client, assert }) => {
    const petition = await given()
    const page = await release(client, await officer('tarim.amir'), petition, GIVEN)
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.text.numbers'))
    assert.lengthOf(await AnswerExample.all(), 0)
  })

  test('never of tip-offs, complaints, sensitive subjects or what is restricted', async ({
    client,
    assert,
  }) => {
    const head = await officer('tarim.amir')
    const sensitive = await subjectOf(await referredTo('TAR'), true)
    const restricted = await given()
    await restrict(restricted, await officer('sef'), 'Aile içi.')
    // One that was marked after the petition came: till then nobody restricted it.
    const marked = await given()
    await db.from('petitions').where('id', marked.id).update({ subject_id: sensitive.id })
    const never = [
      await marked.refresh(),
      await given({ kind: 'complaint' }),
      await given({ kind: 'tipOff' }),
      await given({ subject: sensitive }),
      await given({ subject: null }),
      await restricted.refresh(),
    ]
    for (const petition of never) {
      await assert.rejects(() => AnswerExample.release(petition, head, MASKED), NotAllowed)
      const page = await client.get(`/birim/ornekler/${petition.number}`).loginAs(head)
      page.assertStatus(404)
    }
    assert.lengthOf(await AnswerExample.all(), 0)
  })

  test('nor by anybody but a head of the unit that gave it', async ({ client, assert }) => {
    const petition = await given()
    for (const login of ['tarim', 'orman.amir', 'sef', 'kaymakam']) {
      const who = await officer(login)
      await assert.rejects(() => AnswerExample.release(petition, who, MASKED), NotAllowed)
      const page = await release(client, who, petition, MASKED)
      assert.oneOf(page.status(), [403, 404])
    }
  })
})

test.group('An example beside a draft', (group) => {
  wrapped(group)

  test('comes into the answer with one button, and the head learns from which', async ({
    client,
    assert,
  }) => {
    const before = await given()
    await AnswerExample.release(before, await officer('tarim.amir'), MASKED)
    const { id } = await AnswerExample.firstOrFail()
    const subject = await subjectOf(before)
    const petition = await referredTo('TAR', { subject, text: 'Su borumuz patladı, su akıyor.' })
    const tarim = await officer('tarim')
    const offered = await beside(client, tarim, petition).header('hx-request-type', 'partial')
    offered.assertTextIncludes(MASKED)
    assert.notInclude(offered.text(), '<main')

    const form = { 'draft-text': 'Sayın başvuru sahibi,', 'insert': String(id) }
    const page = await beside(client, tarim, petition, form)
    page.assertStatus(200)
    page.assertTextIncludes(`Sayın başvuru sahibi,\n\n${MASKED}</textarea>`)
    await beside(client, tarim, petition, form)

    const passed = await send(client, tarim, petition, 'cevap', {
      ...{ outcome: 'granted', text: 'Su borusu 4 Aralık günü değiştirildi.', intent: 'submit' },
    })
    passed.assertStatus(303)
    const head = await open(client, await officer('tarim.amir'), await petition.refresh())
    head.assertTextIncludes(`/birim/ornekler#e${id}`)
  })

  test('leaves the same words to be found that came from elsewhere', async ({ client, assert }) => {
    const last = `Talebiniz ekiplerimizce yerinde görülmüş, kanalın tıkalı olduğu anlaşılmış ve temizlik işi
için gelecek ayın programına bir sıra ayrılmıştır; iş bittiğinde 15 Mart 2027 günü size haber verilecektir.`
    await given({}, last)
    const before = await given()
    await AnswerExample.release(before, await officer('tarim.amir'), LENT)
    const { id } = await AnswerExample.firstOrFail()
    const subject = await subjectOf(before)
    const tarim = await officer('tarim')
    const alike = says('response.checks.sort.alike')
    const sentWith = async (text: string) => {
      const petition = await referredTo('TAR', { subject, text: 'Su borumuz patladı.' })
      await ExampleInsertion.note(petition, id, tarim)
      return send(client, tarim, petition, 'cevap', {
        ...{ outcome: 'granted', text, intent: 'submit' },
      })
    }
    const copied = await sentWith(last)
    copied.assertStatus(422)
    copied.assertTextIncludes(alike)
    assert.notInclude((await sentWith(LENT)).text(), alike)
    // Once given, others have the example's words as well.
    const passed = await given({ subject }, LENT)
    assert.equal(passed.stage, 'concluded')
    assert.notInclude((await sentWith(LENT)).text(), alike)
  })

  test('is not offered once its petition is restricted or its subject sensitive', async ({
    client,
    assert,
  }) => {
    const before = await given()
    await AnswerExample.release(before, await officer('tarim.amir'), MASKED)
    const subject = await subjectOf(before)
    const petition = await referredTo('TAR', { subject, text: 'Su borumuz patladı.' })
    const tarim = await officer('tarim')
    const ordinary = { subject_id: subject.id }
    const sensitive = { subject_id: (await subjectOf(before, true)).id }
    await db.from('answer_examples').update(sensitive)
    const marked = await beside(client, tarim, petition)
    assert.notInclude(marked.text(), MASKED)
    await db.from('answer_examples').update(ordinary)
    const offered = await beside(client, tarim, petition)
    offered.assertTextIncludes(MASKED)
    await db.from('petitions').where('id', before.id).update({ complained_officer_id: tarim.id })
    assert.notInclude((await beside(client, tarim, petition)).text(), MASKED)
    await db.from('petitions').where('id', before.id).update({ complained_officer_id: null })
    const own = db.from('petitions').where('id', before.id)
    await own.clone().update({ complained_name: 'Memur Örnek' })
    assert.notInclude((await beside(client, tarim, petition)).text(), MASKED)
    await own.clone().update({ complained_name: null })
    ;(await beside(client, tarim, petition)).assertTextIncludes(MASKED)
    await restrict(before, await officer('sef'), 'Aile içi.')
    const page = await beside(client, tarim, petition)
    assert.notInclude(page.text(), MASKED)
    page.assertTextIncludes(says('response.examples.none'))
  })

  test('stays known of a petition that a closed unit’s successor has now, with what is asked for', async ({
    assert,
  }) => {
    await hasMoreUnits()
    const before = await given()
    await AnswerExample.release(before, await officer('tarim.amir'), MASKED)
    const { id } = await AnswerExample.firstOrFail()
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await Want.mark(petition, tarim, { added: ['Yol onarılsın'], ticked: new Map(), dropped: [] })
    await ExampleInsertion.note(petition, id, tarim)
    const tar = await unit('TAR')
    await closeUnit(tar.id, 'MEM', tar.version, await officer('sef'))
    await new Succession({ error: () => {} }, 0).round()
    await petition.refresh()
    assert.equal(petition.unitId, (await unit('MEM')).id)
    const wants = await Want.of(petition)
    assert.deepEqual(
      wants.map(({ text }) => text),
      ['Yol onarılsın']
    )
    const [insertion] = await ExampleInsertion.of(petition)
    assert.equal(insertion!.officerId, tarim.id)
    assert.equal(insertion!.exampleId, id)
  })

  test('is found by what is alike and not too old, five at most, and reads no table whole', async ({
    client,
    assert,
  }) => {
    const head = await officer('tarim.amir')
    const first = await given()
    const subject = await subjectOf(first)
    for (const word of ['köprü', 'park', 'lamba', 'kaldırım', 'ağaç', 'su borusu']) {
      await AnswerExample.release(await given({ subject }), head, `Bu ${word} onarıldı.`)
    }
    const petition = await referredTo('TAR', { subject, text: 'Su borusu patladı.' })
    const page = await beside(client, await officer('tarim'), petition)
    const texts = [...page.text().matchAll(/Bu ([^<]*) onarıldı/g)].map(([, word]) => word)
    assert.lengthOf(texts, 5)
    assert.equal(texts[0], 'su borusu')

    const isSqlite = db.connection().dialect.name !== 'mysql'
    if (!isSqlite) return
    for (const where of ['unit_id = 1', 'authority_id = 1 and subject_id = 1']) {
      const plan = await db.rawQuery(
        `explain query plan select id from answer_examples where ${where} and taken_back_at is null order by id desc limit 100`
      )
      const said = JSON.stringify(plan)
      assert.match(said, /USING (?:COVERING )?INDEX answer_examples_/)
      assert.notInclude(said, 'TEMP B-TREE')
    }
  })
})
