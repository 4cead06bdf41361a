import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'

const TEXT = 'Zeytinli mahallesinde sokak köpekleri çocuklara saldırıyor.'

async function typed(client: ApiClient, more: Record<string, string> = {}) {
  const page = (await client.get('/masa/yeni').loginAs(await officer('masa'))).text()
  const { _csrf, ...fields } = hiddenFields(page, '/masa/yeni') as Record<string, string>
  const words = { text: TEXT, name: 'Ayşe <b>Deneme</b>', phone: '0500 012 34 56' }
  return { ...fields, ...words, kind: 'request', ...more } as Record<string, string>
}

async function readOut(client: ApiClient, fields: Record<string, string>) {
  return sendAs(client, await officer('masa'), '/masa/yeni/oku', fields)
}

/** What the page that is read out would send. */
function carried(page: string): Record<string, string> {
  const form = page.slice(page.indexOf('class="reading"'))
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const plain = (value: string) => value.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, plain(value!)]))
}

test.group('What is read back', (group) => {
  wrapped(group)

  test('stands there whole, with subject and place proposed, and keeps nothing', async ({
    client,
    assert,
  }) => {
    const page = await readOut(client, await typed(client))
    page.assertStatus(200)
    for (const word of [TEXT, 'Ayşe &lt;b&gt;Deneme', '0500 012 34 56', 'Sokak hayvanları']) {
      page.assertTextIncludes(word)
    }
    page.assertTextIncludes('Zeytinli Mahallesi')
    page.assertTextIncludes(says('routing.reading.because', { because: 'sokak, köpekleri' }))
    assert.isEmpty(await db.from('petitions'))
  })

  test('is saved with who read it and when, once they said that it is right', async ({
    client,
    assert,
  }) => {
    const page = await readOut(client, await typed(client))
    const [subject] = /(?<=name="subject" value=")[^"]+/.exec(page.text())!
    const masa = await officer('masa')
    const fields = { ...carried(page.text()), subject, place: 'Zeytinli Mahallesi', readOut: '1' }
    ;(await sendAs(client, masa, '/masa/yeni', fields)).assertStatus(303)
    const petition = await Petition.query().preload('petitioner').firstOrFail()
    assert.equal(petition.text, TEXT)
    assert.equal(petition.place, 'Zeytinli Mahallesi')
    assert.equal(petition.petitioner.name, 'Ayşe <b>Deneme</b>')
    assert.isNotNull(petition.subjectId)
    const row = await db.from('read_backs').firstOrFail()
    assert.deepEqual([row.petition_id, row.officer_id], [petition.id, masa.id])
    const card = await client.get(`/dosya/${petition.number}`).loginAs(masa)
    card.assertTextIncludes(`okundu, “doğru” dedi: ${masa.name}`)
    const again = await sendAs(client, masa, '/masa/yeni', fields)
    again.assertStatus(303)
    assert.lengthOf(await Petition.all(), 1)
    assert.lengthOf(await db.from('read_backs'), 1)
  })

  test('may be saved unread, and leaves no such row', async ({ client, assert }) => {
    const page = await readOut(client, await typed(client))
    const sent = await sendAs(client, await officer('masa'), '/masa/yeni', carried(page.text()))
    sent.assertStatus(303)
    assert.isEmpty(await db.from('read_backs'))
    assert.isNull((await Petition.query().firstOrFail()).subjectId)
  })

  test('goes back to the form to be mended with everything typed', async ({ client, assert }) => {
    const page = await readOut(client, await typed(client, { address: 'Zeytinli 4' }))
    const masa = await officer('masa')
    const back = await sendAs(client, masa, '/masa/yeni/duzelt', carried(page.text()))
    back.assertStatus(200)
    for (const word of [TEXT, 'Ayşe &lt;b&gt;Deneme', 'Zeytinli 4']) back.assertTextIncludes(word)
    assert.match(back.text(), /<textarea[^>]*name="text"[^>]*autofocus/)
  })

  test('is not read out while something is to be mended, or to be known first', async ({
    client,
    assert,
  }) => {
    const wrong = await readOut(client, await typed(client, { phone: '123' }))
    wrong.assertStatus(422)
    wrong.assertTextIncludes(says('intake.problems.phone.format'))
    wrong.assertTextIncludes(TEXT)
    const gas = 'Apartmanda çok kuvvetli gaz kokusu var.'
    const urgent = await readOut(client, await typed(client, { text: gas }))
    urgent.assertStatus(422)
    urgent.assertTextIncludes('id="warnings"')
    const [warned] = /(?<=name="warned" value=")[^"]+/.exec(urgent.text())!
    const told = await readOut(client, await typed(client, { text: gas, warned }))
    told.assertStatus(200)
    assert.include(told.text(), gas)
  })

  test('is proposed while it is typed, and nothing for words that say nothing', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const ask = async (text: string) =>
      (await sendAs(client, masa, '/masa/yeni/oneri', { text })).text()
    const proposal = await ask(TEXT)
    assert.include(proposal, 'Sokak hayvanları')
    assert.include(proposal, 'data-place="Zeytinli Mahallesi"')
    assert.equal(await ask('Merhaba, iyi günler dilerim.'), '')
  })
})
