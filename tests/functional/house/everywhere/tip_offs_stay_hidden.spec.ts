import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Answer } from '#response'
import { Referral } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { wrapped } from '#tests/support/database'
import { PDF, withFilesFolder } from '#tests/support/files'
import { GRANTED, officer, received, unit } from '#tests/support/journey'
import { linksIn } from '#tests/support/walks/forms'
import { opened } from '#tests/support/walks/every_form'
import { fields, send } from '../../intake/attachments/sent.ts'

/** What must be found nowhere, however it is written. */
const HIDDEN = [
  ...['Gülizar', 'GÜLİZAR', 'Deneme Soyad', 'gulizar@', '012 34 56', '0500012', '5000123456'],
  ...['500 012', '34 56', 'değirmen', 'pencereden', 'benim-evim', '12345678950', 'Kuyubaşı'],
]
const READ = 'Muhtar kömürü satıyor.'
const TEXT = `Ben Gülizar, değirmenin pencereden gördüm. ${READ}`
const DOORS = [
  '/birim',
  '/kayit',
  '/hesap',
  '/yonetim',
  '/masa',
  '/mesajlar',
  '/sevkler',
  '/gonderilenler',
  '/izleme',
  '/izleme/oneriler',
]

test.group('Who told of others', (group) => {
  wrapped(group)
  withFilesFolder(group)

  async function tipOff(client: ApiClient) {
    const typed = fields({
      ...{ kind: 'tipOff', text: TEXT, name: 'Gülizar Deneme Soyad', place: 'Kuyubaşı' },
      ...{ email: 'gulizar@ornek.example', send: '1' },
    })
    const sent = await send(client, typed, { 'benim-evim.pdf': PDF, 'yol.pdf': MORE })
    sent.assertStatus(303)
    return Petition.query().orderBy('id', 'desc').firstOrFail()
  }

  async function strike(client: ApiClient, petition: Petition) {
    const [, shown] = await db.from('attachments').where('petition_id', petition.id).orderBy('id')
    const typed = { version: '1', copy: READ, place: 'hidden', [`file-${shown.id}`]: 'shown' }
    const page = client.post(`/dosya/${petition.number}/karartma`)
    const done = await page
      .loginAs(await officer('masa'))
      .withCsrfToken()
      .redirects(0)
      .form(typed)
    done.assertStatus(303)
    return Petition.findOrFail(petition.id)
  }

  /** Every page, list and file that somebody finds by following links, and what a search finds. */
  async function everything(client: ApiClient, who: Officer, number: string) {
    const ahead = [
      ...DOORS,
      `/dosya/${number}`,
      `/dosya/${number}/mektup`,
      `/dosya/${number}/karartma`,
    ]
    const [seen, found] = [new Set(ahead), new Map<string, string>()]
    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      const page = await opened(client, who, path)
      const disposition = page.header('content-disposition') ?? ''
      found.set(path, `${page.text() ?? ''} ${decodeURIComponent(disposition)}`)
      const isPage = page.status() === 200 && /html/.test(page.type())
      for (const link of isPage ? linksIn(page.text()) : []) {
        if (!seen.has(link)) ahead.push(link)
        seen.add(link)
      }
    }
    for (const ara of ['0500 012 34 56', '12345678950', 'Gülizar', number]) {
      const page = client.post('/kayit').loginAs(who).withCsrfToken()
      const text = (await page.form({ ara })).text().replaceAll(`value="${ara}"`, '')
      found.set(`search ${ara}`, text)
    }
    return found
  }

  function assertHidden(assert: Assert, found: Map<string, string>, who: string) {
    for (const [path, text] of found) {
      const plain = text.replaceAll('\u00a0', ' ')
      for (const word of HIDDEN) assert.notInclude(plain, word, `${path} for ${who}`)
    }
  }

  test('is on no page, list, letter, file or search of a unit, nor are struck words', async ({
    client,
    assert,
  }) => {
    const petition = await strike(client, await tipOff(client))
    const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
    await Referral.make(petition, await unit('TAR'), await officer('masa'), 'Gülizar gördü.')
    await petition.refresh()
    const before = await everything(client, tarim, petition.number)
    assertHidden(assert, withoutNote(before), 'tarim')
    const card = before.get(`/dosya/${petition.number}`)!
    assert.include(card, `[…]. ${READ}`)
    const files = [...before.keys()].filter((path) => path.includes('/ek/'))
    assert.lengthOf(files, 1)
    assert.include(before.get(files[0]!)!, 'ek-2.pdf')
    assert.isAbove(before.size, 12)

    const answer = await Answer.draftFor(petition)
    await answer.submit(GRANTED, tarim)
    await (await Answer.draftFor(petition)).approve(amir)
    for (const who of [tarim, amir, await officer('kaymakam')]) {
      const after = await everything(client, who, petition.number)
      assertHidden(assert, withoutNote(after), who.login)
      assert.include(after.get(`/dosya/${petition.number}/mektup`)!, GRANTED.text)
    }
    const bureau = await everything(client, await officer('masa'), petition.number)
    for (const word of ['Gülizar Deneme Soyad', 'değirmen', 'benim-evim', 'Kuyubaşı']) {
      assert.isTrue(
        [...bureau.values()].some((text) => text.includes(word)),
        word
      )
    }
    const letter = bureau.get(`/dosya/${petition.number}/mektup`)!
    assert.include(letter, 'Sayın Gülizar Deneme Soyad')
  })

  test('of a petition that is no tip-off is on its letter, also a unit’s', async ({
    client,
    assert,
  }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    const petition = await received({ phone })
    const tarim = await officer('tarim')
    const letter = () => client.get(`/dosya/${petition.number}/mektup`).loginAs(tarim)
    ;(await letter()).assertStatus(404)
    await Referral.make(petition, await unit('TAR'), await officer('masa'))
    assert.include((await letter()).text(), 'verilmiş bir cevap yok')
    await (await Answer.draftFor(petition)).submit(GRANTED, tarim)
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    const page = await letter()
    assert.include(page.text(), 'Sayın Ayşe Deneme')
    assert.include(page.text(), GRANTED.text)
    assert.include(page.text(), (await officer('tarim.amir')).name)
  })

  test('without anything by which to find them leaves nobody a letter to send', async ({
    assert,
  }) => {
    const nobody = { name: null, address: null, nationalId: null, phone: null, email: null }
    const petition = await received({ kind: 'tipOff', ...nobody })
    const masa = await officer('masa')
    await petition.change((current, trx) =>
      current.conclude('granted', 'Yapıldı.', { officer: masa }, trx)
    )
    assert.lengthOf(await db.from('messages').where('petition_id', petition.id), 0)
  })
})

/** What the bureau itself wrote to the unit is its own to know. */
function withoutNote(found: Map<string, string>) {
  return new Map([...found].map(([path, text]) => [path, text.replaceAll('Gülizar gördü.', '')]))
}

/** Another document than the first, by its bytes. */
const MORE = Buffer.concat([PDF, Buffer.from('% iki\n')])
