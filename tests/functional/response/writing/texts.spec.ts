import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { Answer, Stock } from '#response'
import { stamp } from '#shared/dates/stored'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, referredTo, REFUSED } from '#tests/support/journey'

const fresh = ({ id }: Petition) => Petition.findOrFail(id)
async function write(petition: Petition, login: string, text: string) {
  await (
    await Answer.draftFor(await fresh(petition))
  ).write({ ...GRANTED, text }, await officer(login))
}
const at = ({ number }: Petition, ask = '') => `/dosya/${number}/cevap/metinler${ask}`

test.group('The wordings of an answer', (group) => {
  wrapped(group)

  test('are compared word by word, readable without colour', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    await write(petition, 'tarim', 'Yolunuz cuma günü onarılacak.')
    await write(petition, 'tarim.amir', 'Yolunuz pazartesi günü onarılacak.')
    const tarim = await officer('tarim')
    const page = await client.get(at(petition)).loginAs(tarim)
    page.assertStatus(200)
    assert.match(page.text(), /<del [^>]*><span class="unseen">\[çıkarılan: <\/span>cuma /)
    assert.match(page.text(), /<ins [^>]*><span class="unseen">\[eklenen: <\/span>pazartesi /)
    const turned = await client.get(at(petition, '?eski=simdi&yeni=m1')).loginAs(tarim)
    assert.match(turned.text(), /<ins [^>]*><span class="unseen">[^<]*<\/span>cuma /)
    for (const ask of ['?eski=x&yeni[]=1', '?metin=-1', '?eski=m999&yeni=t1']) {
      ;(await client.get(at(petition, ask)).loginAs(tarim)).assertStatus(200)
    }
    const [{ seen }] = await db.from('views').count('* as seen')
    assert.isAbove(Number(seen), 0)
  })

  test('hold no tag that somebody typed', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    await write(petition, 'tarim', '<b>Bir</b> söz')
    await write(petition, 'tarim.amir', '<b>İki</b> söz <script>')
    const page = await client.get(at(petition)).loginAs(await officer('tarim'))
    assert.notInclude(page.text(), '<b>')
    assert.notInclude(page.text(), '<script>')
    page.assertTextIncludes('&lt;b&gt;İki&lt;/b&gt;')
  })

  test('are one for each sitting, and not one for each saving', async ({ assert }) => {
    const petition = await referredTo('TAR')
    for (const text of ['Bir', 'Bir iki', 'Bir iki üç']) await write(petition, 'tarim', text)
    assert.lengthOf(await db.from('answer_versions'), 0)
    const yesterday = stamp(DateTime.utc().minus({ days: 1 }))
    await db.from('answers').update({ drafted_at: yesterday })
    await write(petition, 'tarim', 'Ertesi gün')
    const [{ text }] = await db.from('answer_versions')
    assert.equal(text, 'Bir iki üç')
  })

  test('are nobody’s who does not see the petition, and a draft is its writers’', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    await write(petition, 'tarim', 'Henüz taslak.')
    ;(await client.get(at(petition)).loginAs(await officer('muftuluk'))).assertStatus(404)
    const manager = await client.get(at(petition)).loginAs(await officer('kaymakam'))
    manager.assertStatus(200)
    assert.notInclude(manager.text(), 'Henüz taslak.')
    manager.assertTextIncludes(says('response.texts.none'))
  })
})

test.group('The remedy of an answer', (group) => {
  wrapped(group)

  test('becomes that of the outcome, as long as nobody changed it', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const [tarim, stock] = [await officer('tarim'), new Stock('tr')]
    const card = await open(client, tarim, petition)
    card.assertTextIncludes(stock.remedy('informationRequest'))
    const words = { ...REFUSED, ground: '', remedy: stock.remedy('informationRequest') }
    await send(client, tarim, petition, 'cevap', { ...words, outcome: 'partlyGranted' })
    const remedy = async () => (await Answer.draftFor(await fresh(petition))).remedy
    assert.equal(await remedy(), stock.remedy('informationRequest', 'partlyGranted'))
    const own = { ...words, remedy: 'Kurula başvurun.', outcome: 'inadmissible' }
    await send(client, tarim, await fresh(petition), 'cevap', own)
    assert.equal(await remedy(), 'Kurula başvurun.')
  })
})
