import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Referral } from '#routing'
import { Answer } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import {
  GRANTED,
  newOfficer,
  officer,
  readAtTheDesk,
  received,
  referredTo,
  submitted,
  unit,
} from '#tests/support/journey'

const PAGE = 'sayfa-bir-0000000001'
const OTHER = 'sayfa-iki-0000000002'
const rows = () => db.from('draft_sittings').orderBy('id')
const fresh = ({ id }: Petition) => Petition.findOrFail(id)

/** What the page's script sends while somebody writes. */
function keep(
  client: ApiClient,
  who: Officer,
  { number }: Petition,
  text: string,
  about: Record<string, string> = {}
) {
  return client
    .post(`/dosya/${number}/cevap/taslak`)
    .loginAs(who)
    .withCsrfToken()
    .header('hx-request-type', 'partial')
    .form({
      'part': 'draft',
      'sitting': PAGE,
      'turn': '1',
      'seen': '2.0',
      'draft-text': text,
      ...about,
    })
}

test.group('What is written of an answer', (group) => {
  wrapped(group)

  test('is kept while one writes, and stands on the card again', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    const kept = await keep(client, tarim, petition, 'Yolunuz')
    kept.assertStatus(200)
    assert.match(kept.text(), /data-kept="kept">[^<]*\d\d\.\d\d/)
    ;(await keep(client, tarim, petition, 'Yolunuz cuma', { turn: '2' })).assertStatus(200)
    assert.lengthOf(await rows(), 1)
    assert.notInclude(JSON.stringify(await rows()), 'Yolunuz', 'sealed')
    assert.lengthOf(await db.from('answers'), 0)
    // No step, and nobody's page of it is older for that.
    assert.equal((await fresh(petition)).version, petition.version)
    const card = await open(client, tarim, petition)
    card.assertTextIncludes('Yolunuz cuma')
    assert.include(card.text(), `name="resumes" value="${PAGE}.2"`)
    // It is one's own: a colleague begins with nothing.
    const head = await open(client, await officer('tarim.amir'), petition)
    assert.notInclude(head.text(), 'Yolunuz cuma')
  })

  test('of a tip-off where the bureau had it is nobody’s to read at the unit that has it then', async ({
    client,
    assert,
  }) => {
    const petition = await received({ kind: 'tipOff' })
    await readAtTheDesk(petition)
    const [sef, tarim] = [await officer('sef'), await officer('tarim')]
    await Referral.make(petition, await unit('AKB'), sef)
    await keep(client, sef, petition, 'Sayın Gülizar Deneme')
    await Referral.make(await fresh(petition), await unit('TAR'), sef)
    // Whoever wrote it still has the page open, and does not know.
    const late = await keep(client, sef, petition, 'Sayın Gülizar Deneme,', { turn: '2' })
    assert.include(late.text(), 'data-kept="over"')
    await keep(client, tarim, petition, 'Bizim metnimiz', { sitting: OTHER })
    const texts = `/dosya/${petition.number}/cevap/metinler`
    const page = await client.get(texts).loginAs(tarim)
    page.assertStatus(200)
    for (const words of ['Gülizar', sef.name]) assert.notInclude(page.text(), words)
  })

  test('costs few statements, whatever is kept already', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Yolunuz')
    const { statements } = await statementsOf(() =>
      keep(client, tarim, petition, 'Yolunuz cuma', { turn: '2' })
    )
    // The row itself, the petition, and whether another text was saved.
    const own = statements.filter((sql) => /draft_sittings|answers|petitions/.test(sql))
    assert.isAtMost(own.length, 3, own.join('\n'))
    assert.isAtMost(statements.length, 7, statements.join('\n'))
  })

  test('is no news once it was saved, and what is still on its way comes too late', async ({
    client,
    assert,
  }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Yarım söz')
    const saved = { ...GRANTED, sitting: PAGE, turn: '1', ground: '', reason: '', remedy: '' }
    ;(await send(client, tarim, petition, 'cevap', saved)).assertStatus(303)
    const late = await keep(client, tarim, petition, 'Yarım', { turn: '2' })
    late.assertStatus(409)
    assert.lengthOf(await rows().whereNull('closed_at'), 0)
    const card = await open(client, tarim, await fresh(petition))
    card.assertTextIncludes(GRANTED.text)
    assert.notInclude(card.text(), 'Yarım')
  })

  test('of an older moment does not come over a newer one', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Yeni söz', { turn: '5' })
    ;(await keep(client, tarim, petition, 'Eski söz', { turn: '4' })).assertStatus(409)
    const card = await open(client, tarim, petition)
    card.assertTextIncludes('Yeni söz')
    assert.notInclude(card.text(), 'Eski söz')
  })

  test('goes on on the next page in its place, and beside it where both are written on', async ({
    client,
    assert,
  }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Birinci')
    const next = { sitting: OTHER, resumes: `${PAGE}.1` }
    ;(await keep(client, tarim, petition, 'Birinci, sonra', next)).assertStatus(200)
    assert.lengthOf(await rows(), 1)
    // The first tab was open still.
    ;(await keep(client, tarim, petition, 'Birinci sekme', { turn: '2' })).assertStatus(200)
    assert.lengthOf(await rows(), 2)
    const texts = await client.get(`/dosya/${petition.number}/cevap/metinler`).loginAs(tarim)
    texts.assertTextIncludes('Birinci')
    assert.equal(texts.text().split(says('response.texts.sort.unsaved')).length - 1, 2)
  })

  test('is bounded: of very many tabs the oldest goes', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    for (let tab = 10; tab < 20; tab++) {
      await keep(client, tarim, petition, `Sekme ${tab}`, { sitting: `sekme-numarasi-${tab}` })
    }
    assert.lengthOf(await rows(), 8)
    ;(await open(client, tarim, petition)).assertTextIncludes('Sekme 19')
  })

  test('stands beside what a colleague saved meanwhile, and neither goes', async ({
    client,
    assert,
  }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Benim sözlerim.')
    const theirs = { ...GRANTED, text: 'Amirin sözleri.' }
    const answer = await Answer.draftFor(await fresh(petition))
    await answer.write(theirs, await officer('tarim.amir'))
    const told = await keep(client, tarim, petition, 'Benim sözlerim, biraz daha.', { turn: '2' })
    told.assertStatus(200)
    assert.include(told.text(), 'data-kept="changed"')
    const card = await open(client, tarim, await fresh(petition))
    card.assertTextIncludes('Benim sözlerim, biraz daha.')
    card.assertTextIncludes('Amirin sözleri.')
    card.assertTextIncludes(says('response.draft.theirsHelp').slice(0, 40))
    assert.equal((await Answer.draftFor(await fresh(petition))).text, 'Amirin sözleri.')
  })

  test('is kept also when the answer went before the head meanwhile', async ({
    client,
    assert,
  }) => {
    const petition = await submitted()
    const colleague = await newOfficer('tarim.iki', 'TAR', ['unitOfficer'])
    const told = await keep(client, colleague, petition, 'Benimki de vardı.')
    assert.include(told.text(), 'data-kept="over"')
    ;(await open(client, colleague, petition)).assertTextIncludes('Benimki de vardı.')
  })

  test('waits for a petition that comes back to the unit', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Gitmeden önce yazıldı.')
    await (await Referral.currentOf(petition)).giveBack(await officer('tarim.amir'), 'Bizim değil.')
    ;(await keep(client, tarim, petition, 'Giderken', { turn: '2' })).assertStatus(404)
    const back = await fresh(petition)
    await Referral.make(back, await unit('TAR'), await officer('sef'))
    ;(await open(client, tarim, back)).assertTextIncludes('Gitmeden önce yazıldı.')
    assert.lengthOf(await rows(), 1)
  })

  test('is nobody’s who may not write it, and needs a session', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    ;(await keep(client, await officer('kaymakam'), petition, 'Söz')).assertStatus(404)
    ;(await keep(client, await officer('muftuluk'), petition, 'Söz')).assertStatus(404)
    const tarim = await officer('tarim')
    for (const [name, value] of [
      ['sitting', 'kısa'],
      ['part', 'refer'],
      ['sitting', ''],
    ] as const) {
      ;(await keep(client, tarim, petition, 'Söz', { [name]: value })).assertStatus(404)
    }
    const ended = await client
      .post(`/dosya/${petition.number}/cevap/taslak`)
      .header('hx-request-type', 'partial')
      .form({ 'part': 'draft', 'sitting': PAGE, 'turn': '1', 'draft-text': 'Söz' })
    ended.assertStatus(401)
    assert.lengthOf(await rows(), 0)
  })

  test('of a head who corrects is kept as well', async ({ client, assert }) => {
    const [petition, head] = [await submitted(), await officer('tarim.amir')]
    const words = { 'part': 'correct', 'seen': '9.1', 'correct-text': 'Düzeltilen söz.' }
    const said = await keep(client, head, petition, '', words)
    assert.include(said.text(), 'data-kept="kept"')
    ;(await open(client, head, petition)).assertTextIncludes('Düzeltilen söz.')
  })

  test('of the other form of the card stays, whatever is written in this one', async ({
    client,
    assert,
  }) => {
    const [petition, head] = [await submitted(), await officer('tarim.amir')]
    const words = { 'part': 'correct', 'seen': '9.1', 'correct-text': 'Düzeltilen söz.' }
    await keep(client, head, petition, '', words)
    ;(await send(client, head, petition, 'devral')).assertStatus(303)
    const card = await open(client, head, await fresh(petition))
    card.assertTextIncludes('Düzeltilen söz.')
    const resumes = /name="resumes" value="([^"]*)"/.exec(card.text())![1]!
    await keep(client, head, petition, 'Yeni söz.', { sitting: OTHER, resumes })
    assert.lengthOf(await rows(), 2)
  })

  test('brings the reasons along for which it is to go on', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Söz', { 'draft-why_promises': 'İhale sürüyor.' })
    const card = await open(client, tarim, petition)
    assert.include(card.text(), 'name="draft-why_promises" value="İhale sürüyor."')
  })

  test('can be thrown away by whoever wrote it', async ({ client, assert }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    await keep(client, tarim, petition, 'Gerek kalmadı.')
    const [{ id }] = await rows()
    const away = (who: Officer) =>
      client
        .post(`/dosya/${petition.number}/cevap/taslak/sil`)
        .loginAs(who)
        .withCsrfToken()
        .redirects(0)
        .form({ id: String(id) })
    ;(await away(await officer('tarim.amir'))).assertStatus(303)
    assert.lengthOf(await rows().whereNull('closed_at'), 1)
    ;(await away(tarim)).assertStatus(303)
    assert.notInclude((await open(client, tarim, petition)).text(), 'Gerek kalmadı.')
  })
})
