import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition, type PetitionDetails, type Secret } from '#intake'
import { Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { officer, readAtTheDesk, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { FormToken } from '../../../../app/intake/form/form_token.ts'
import { filledIn } from '../attachments/sent.ts'

const WORDS = 'Kuyunun kapağı da kırık.'
const FIELD = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`)

test.group('A citizen adds to a petition', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  async function brought(about: Partial<PetitionDetails> = {}) {
    return Petition.receive(details(about))
  }

  async function opened(client: ApiClient, petition: Petition, secret: Secret) {
    const page = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    page.assertStatus(200)
    const [seal, token] = ['opened', 'token'].map((name) => FIELD(name).exec(page.text())?.[1])
    return { page, form: { opened: seal ?? '', token: token ?? '' } }
  }

  const add = (client: ApiClient, form: Record<string, string>, files?: Record<string, Buffer>) =>
    filledIn(client.post('/sorgula/ekle').redirects(0), form, files)
  const fresh = ({ id }: Petition) => Petition.findOrFail(id)
  const additions = () => db.from('additions').orderBy('id')

  test('words and a file by number and code, and whoever has it reads that there is something', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await brought()
    const tarim = await officer('tarim')
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    const { form } = await opened(client, petition, secret)
    for (let press = 0; press < 2; press++) {
      const page = await add(client, { ...form, words: WORDS }, { 'kuyu.jpg': await photo() })
      page.assertStatus(200)
      assert.include(page.text(), says('intake.follow.done.added'))
      assert.include(page.text(), WORDS)
      assert.include(page.text(), says('intake.follow.steps.added'))
      assert.notExists(page.header('set-cookie'))
      assert.equal(page.header('cache-control'), 'no-store')
    }
    assert.lengthOf(await additions(), 1)
    assert.lengthOf(stored(), 1)
    assert.include((await client.get('/birim').loginAs(tarim)).text(), says('intake.rows.added'))
    const card = (await open(client, tarim, petition)).text()
    assert.include(card, WORDS)
    assert.include(card, 'kuyu')
    const read = await send(client, tarim, await fresh(petition), 'okundu')
    read.assertStatus(303)
    assert.notInclude((await client.get('/birim').loginAs(tarim)).text(), says('intake.rows.added'))
    const step = await db
      .from('steps')
      .where({ petition_id: petition.id, kind: 'addedRead' })
      .first()
    assert.equal(step.officer_id, tarim.id)
  })

  test('in a browser without scripts as with them: what was typed is kept when it is mended', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await brought()
    const { form } = await opened(client, petition, secret)
    const long = 'ş'.repeat(3_001)
    const wrong = [
      [{ words: '' }, 'intake.problems.words.required', {}],
      [{ words: '\u200b\u2800' }, 'intake.problems.words.required', {}],
      [{ words: long }, 'intake.problems.words.maxLength', { max: 3_000 }],
      [{ words: WORDS, token: 'x' }, 'intake.problems.token.missing', {}],
    ] as const
    for (const [typed, key, values] of wrong) {
      const page = await add(client, { ...form, ...typed })
      page.assertStatus(422)
      assert.include(page.text(), says(key, values))
      if (typed.words === WORDS || typed.words === long) assert.include(page.text(), typed.words)
    }
    const bad = await add(client, { ...form, words: WORDS }, { 'a.txt': Buffer.from('yok') })
    bad.assertStatus(422)
    assert.include(bad.text(), `${WORDS}</textarea>`)
    const kept = await add(
      client,
      { ...form, words: '' },
      { 'a.pdf': PDF, 'b.txt': Buffer.from('x') }
    )
    kept.assertStatus(422)
    assert.include(kept.text(), '<bdi>a</bdi>')
    assert.lengthOf(await additions(), 0)
    const done = await add(client, { ...form, words: '' })
    done.assertStatus(200)
    assert.lengthOf(await db.from('attachments').where('petition_id', petition.id), 1)
  })

  test('asks for number and code where the proof is none, and goes on with words and files', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await brought()
    const token = FormToken.issue()
    const again = await add(client, { opened: 'x', token, words: WORDS }, { 'a.pdf': PDF })
    again.assertStatus(422)
    assert.include(again.text(), `name="words" value="${WORDS}"`)
    assert.lengthOf(await additions(), 0)
    const typed = { token, words: WORDS, number: petition.number, secret: secret.text }
    const done = await client.post('/sorgula/ekle').form(typed)
    done.assertStatus(200)
    assert.lengthOf(await db.from('attachments').where('petition_id', petition.id), 1)
  })

  test('is told what to do instead where it is over, or where there is too much', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await brought()
    const { form } = await opened(client, petition, secret)
    for (let turn = 0; turn < 20; turn++) {
      const token = FormToken.issue()
      ;(await add(client, { ...form, token, words: `${WORDS} ${turn}` })).assertStatus(200)
    }
    const much = await add(client, { ...form, words: WORDS })
    much.assertStatus(422)
    assert.include(much.text(), '20 kez ekleme')
    assert.include(much.text(), `${WORDS}</textarea>`)
    assert.lengthOf(await additions(), 20)
    await client.post('/sorgula/geri-cek').form({ opened: form.opened })
    const { page } = await opened(client, petition, secret)
    assert.include(page.text(), says('intake.follow.add.withdrawn'))
    const back = await add(client, { ...form, words: WORDS })
    assert.include(back.text(), says('intake.problems.stage.notAddedWithdrawn'))
    await client.post('/sorgula/vazgec').form({ opened: form.opened })
    const sef = await officer('sef')
    await (
      await fresh(petition)
    ).change((one, trx) => one.conclude('granted', 'Yapıldı.', { officer: sef }, trx))
    const over = await add(client, { ...form, words: WORDS })
    over.assertStatus(422)
    assert.include(over.text(), says('intake.problems.stage.notAddedConcluded'))
    assert.include(over.text(), says('intake.follow.add.concluded'))
    assert.notInclude(over.text(), 'action="/sorgula/ekle"')
  })

  test('other words with the same form are no second press: they are asked back', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await brought()
    const { form } = await opened(client, petition, secret)
    await add(client, { ...form, words: WORDS })
    const other = await add(client, { ...form, words: 'Başka.' })
    other.assertStatus(422)
    assert.include(other.text(), says('intake.problems.token.added'))
    assert.include(other.text(), 'Başka.</textarea>')
    const token = FIELD('token').exec(other.text())![1]!
    ;(await add(client, { ...form, token, words: 'Başka.' })).assertStatus(200)
    assert.lengthOf(await additions(), 2)
  })

  test('and of an urgent one whoever must look is told at once', async ({ client, assert }) => {
    const text = 'Apartmanda çok kuvvetli gaz kokusu var.'
    await (await officer('masa')).merge({ phone: '0500 000 00 11' }).save()
    const { petition, secret } = await brought({ text })
    const { form } = await opened(client, petition, secret)
    const told = () => db.from('messages').where('event', 'urgent')
    const before = await told()
    await add(client, { ...form, words: WORDS })
    assert.lengthOf(await told(), 2 * before.length)
    assert.isAbove(before.length, 0)
  })

  test('of a tip-off the unit reads nothing before the desk has', async ({ client, assert }) => {
    const { petition, secret } = await brought({ kind: 'tipOff' })
    await readAtTheDesk(petition)
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    await Referral.make(petition, await unit('TAR'), masa)
    const { form } = await opened(client, petition, secret)
    const secretWords = 'Ben Gülizar. Kamyon geldi.'
    await add(client, { ...form, words: secretWords }, { 'gulizar.pdf': PDF })
    const list = async () => (await client.get('/birim').loginAs(tarim)).text()
    const card = async () => (await open(client, tarim, petition)).text()
    const waits = `href="/dosya/${petition.number}/karartma"`
    assert.include(await card(), says('intake.added.unread'))
    for (const page of [await card(), await list()]) {
      for (const word of ['Gülizar', 'Kamyon', 'gulizar']) assert.notInclude(page, word)
    }
    const queue = await client.get('/masa').loginAs(masa)
    assert.include(queue.text(), waits)
    const early = await send(client, tarim, await fresh(petition), 'okundu')
    early.assertStatus(422)

    const { version, text } = await fresh(petition)
    const [{ id }] = await additions()
    const strike = { version: String(version), copy: text, [`added-${id}`]: 'Kamyon geldi.' }
    const page = client.post(`/dosya/${petition.number}/karartma`).loginAs(masa).withCsrfToken()
    ;(await page.redirects(0).form(strike)).assertStatus(303)
    assert.include(await card(), '[…]. Kamyon geldi.')
    assert.notInclude(await card(), 'Gülizar')
    assert.include(await list(), says('intake.rows.added'))
    assert.notInclude((await client.get('/masa').loginAs(masa)).text(), waits)
  })

  test('to a tip-off at the desk: it is read before it is referred', async ({ client, assert }) => {
    const { petition, secret } = await brought({ kind: 'tipOff' })
    await readAtTheDesk(petition)
    const { form } = await opened(client, petition, secret)
    await add(client, { ...form, words: WORDS })
    const masa = await officer('masa')
    const refused = await send(client, masa, await fresh(petition), 'yonlendirme', { unit: 'TAR' })
    refused.assertStatus(422)
    assert.include(refused.text(), says('routing.problems.strike.required'))
  })
})
