import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { NameRounds, Petition, PrivacyNotice, type PetitionDetails } from '#intake'
import { Handover } from '#routing'
import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { person, province } from '#tests/support/databases/three_authorities'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { sendAs } from '#tests/support/officers'

const PHONE = '0500 012 34 56'
const HERS = {
  name: 'Işıl Şenyurt',
  phone: PhoneNumber.parse(PHONE),
  nationalId: NationalId.parse('12345678950'),
  address: 'Zeytinli Mahallesi 4, Edremit',
}

async function brought(about: Partial<PetitionDetails> = {}) {
  return (await Petition.receive(details({ ...HERS, ...about }))).petition
}

/** What the desk's page brings back when it is sent so. */
async function at(client: ApiClient, path: string, fields: Record<string, string>, login = 'masa') {
  const answer = await sendAs(client, await officer(login), `/masa/yeni${path}`, fields)
  return { status: answer.status(), page: answer.text() }
}

async function search(client: ApiClient, words: string, login = 'masa') {
  const { page } = await at(client, '/kisi', { person: words, text: 'Yarım kalan söz' }, login)
  return page
}

/** The page with the first line's document seen, and what it would send. */
async function checked(client: ApiClient, words: string) {
  const { page } = await at(client, '/kimlik', {
    ...{ person: words, sought: words, identity: 'identityCard', text: 'Yarım kalan söz' },
  })
  const { _csrf, ...fields } = hiddenFields(page, '/masa/yeni') as Record<string, string>
  return { page, fields }
}

test.group('Whoever stands at the desk', (group) => {
  wrapped(group)

  test('is known by telephone, identity number or name, however typed', async ({
    client,
    assert,
  }) => {
    await brought()
    await brought({ name: 'Başka Biri', phone: null, nationalId: null })
    for (const words of [
      ...['5000123456', '+90 500 012 34 56', '123 456 789 50'],
      ...['isil senyurt', 'ŞENYURT IŞIL', 'Işıl  Şenyurt', 'İSİL SENYURT'],
    ]) {
      const page = await search(client, words)
      assert.include(page, '<strong>I. Ş.</strong>', words)
      assert.include(page, '1 başvuru', words)
      assert.include(page, 'Yarım kalan söz', words)
    }
    assert.include(await search(client, 'Işıl'), says('intake.person.none'))
  })

  test('is initials, a district and a number until a document was seen', async ({
    client,
    assert,
  }) => {
    const petition = await brought()
    await brought({ text: 'Bir başka söz' })
    const page = await search(client, PHONE)
    assert.include(page, 'I. Ş.')
    assert.include(page, 'Edremit')
    assert.include(page, '2 başvuru')
    for (const stored of ['Işıl', 'Zeytinli Mahallesi 4', '12345678950', petition.number]) {
      assert.notInclude(page, stored, stored)
    }
  })

  test('is shown with state and result afterwards, and taken over as far as it is still right', async ({
    client,
    assert,
  }) => {
    const petition = await brought()
    const { page, fields } = await checked(client, PHONE)
    for (const shown of ['Işıl Şenyurt', '123******50', 'Zeytinli Mahallesi 4', 'Kimlik kartı']) {
      assert.include(page, shown)
    }
    assert.include(page, `/dosya/${petition.number}`)
    assert.include(page, 'Alındı')
    const typed = { ...fields, text: 'Yarım kalan söz', address: 'Yeni adresi' }
    const taken = await at(client, '/kimlik/al', { ...typed, 'take-name': '1', 'take-phone': '1' })
    assert.equal(taken.status, 200)
    assert.include(taken.page, 'name="name" value="Işıl Şenyurt"')
    assert.include(taken.page, 'value="0500 012 34 56"')
    assert.include(taken.page, 'Yeni adresi')
    assert.notInclude(taken.page, 'value="12345678950"')
    assert.match(taken.page, /<textarea[^>]*name="text"[^>]*autofocus/)
  })

  test('leaves a row for each search and each document, and for what was then brought', async ({
    client,
    assert,
  }) => {
    const petition = await brought()
    await search(client, 'Şenyurt Işıl')
    const { kind, digest } = await db.from('inquiries').firstOrFail()
    assert.equal(kind, 'name')
    assert.equal(digest, blindIndex('inquiry', blindIndex('name', 'isil senyurt')))
    const { fields } = await checked(client, PHONE)
    const masa = await officer('masa')
    const looked = await db.from('views').firstOrFail()
    assert.deepEqual([looked.petition_id, looked.officer_id], [petition.id, masa.id])
    const sent = await sendAs(client, masa, '/masa/yeni', { ...fields, text: 'Çeşme akmıyor.' })
    sent.assertStatus(303)
    const check = await db.from('identity_checks').firstOrFail()
    const { id } = await Petition.query().orderBy('id', 'desc').firstOrFail()
    assert.deepEqual(
      [check.officer_id, check.petition_id, check.document, check.brought_id],
      [masa.id, petition.id, 'identityCard', id]
    )
  })

  test('is one of three lines where a telephone is three people’s', async ({ client, assert }) => {
    for (const name of ['Işıl Şenyurt', 'Veli Deneme', 'Can Örnek']) {
      await brought({ name, nationalId: null })
    }
    const page = await search(client, PHONE)
    assert.include(page, 'Bu bilgiyle 3 ayrı kişi başvurmuş')
    assert.deepEqual(
      [...page.matchAll(/<strong>([^<]+)<\/strong>\s*·/g)].map(([, one]) => one),
      ['C. Ö.', 'V. D.', 'I. Ş.']
    )
    const without = await checked(client, PHONE)
    assert.include(without.page, says('intake.problems.person.line'))
    assert.isEmpty(await db.from('identity_checks'))
    const [, second] = [...page.matchAll(/name="line" value="(\w+)"/g)].map(([, mark]) => mark)
    const chosen = { person: PHONE, sought: PHONE, line: second!, identity: 'passport' }
    const { page: seen } = await at(client, '/kimlik', chosen)
    assert.include(seen, 'Veli Deneme')
    assert.notInclude(seen, 'Can Örnek')
  })

  test('is told apart from a namesake by number or telephone, never merged', async ({
    client,
    assert,
  }) => {
    await brought({ phone: null })
    await brought({ nationalId: null })
    await brought({ nationalId: null, phone: null })
    const page = await search(client, 'Işıl Şenyurt')
    assert.lengthOf([...page.matchAll(/name="line"/g)], 3)
    assert.include(page, says('intake.person.narrow'))
  })

  test('is not there for whoever may not see what was brought, not in a number either', async ({
    client,
    assert,
  }) => {
    const { bureau } = await district()
    const hidden = await brought()
    await db.from('petitions').where('id', hidden.id).update({ circle: 'unit' })
    await brought({ complainedUnit: bureau, text: 'Büro bizi dinlemedi.' })
    assert.include(await search(client, PHONE), says('intake.person.none'))
    const seen = await brought({ text: 'Çeşme akmıyor.' })
    assert.include(await search(client, PHONE), '1 başvuru')
    const { page } = await checked(client, PHONE)
    assert.include(page, `/dosya/${seen.number}`)
    assert.notInclude(page, hidden.number)
    assert.include(await search(client, PHONE, 'sef'), '2 başvuru')
  })

  test('is nobody at another authority, and known where the petition lies now', async ({
    client,
    assert,
  }) => {
    const { governorate } = await province()
    PrivacyNotice.forget()
    const petition = await brought()
    const other = await person(governorate, 'il.masa', 'AKB', ['bureauOfficer'])
    const look = async (words: string) =>
      (await sendAs(client, other, '/masa/yeni/kisi', { person: words })).text()
    for (const words of [PHONE, 'Işıl Şenyurt', '12345678950']) {
      assert.include(await look(words), says('intake.person.none'), words)
    }
    const sef = await officer('sef')
    await Handover.make(petition, governorate.authority, sef, 'İl yolu.')
    for (const words of [PHONE, 'Işıl Şenyurt']) {
      assert.include(await look(words), '1 başvuru', words)
      assert.include(await search(client, words), says('intake.person.none'), words)
    }
  })

  test('gets a clear sentence for one letter or a slip in a number, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    for (const [words, rule] of [
      ['A', 'short'],
      ['ş.', 'short'],
      ['a b', 'short'],
      ['05000 12 34', 'number'],
      ['12345678951', 'number'],
      ['0266 373 00 00', 'number'],
      ['ş'.repeat(121), 'maxLength'],
    ] as const) {
      const { status, page } = await at(client, '/kisi', { person: words, text: 'Uzun söz' })
      assert.equal(status, 422, words)
      assert.include(page, says(`intake.problems.person.${rule}`, { max: 120 }), words)
      assert.include(page, `value="${words}"`)
      assert.include(page, 'Uzun söz')
    }
    assert.isEmpty(await db.from('inquiries'))
  })

  test('may stay unsaid: the words come next', async ({ client, assert }) => {
    const { status, page } = await at(client, '/kisi', { person: '' })
    assert.equal(status, 200)
    assert.match(page, /<textarea[^>]*name="text"[^>]*autofocus/)
    assert.isEmpty(await db.from('inquiries'))
  })

  test('stays checked, and is not looked for again, when Enter is pressed in another field', async ({
    client,
    assert,
  }) => {
    const petition = await brought()
    const { fields } = await checked(client, PHONE)
    const { page } = await at(client, '/kisi', {
      ...fields,
      person: PHONE,
      find: 'next',
      taken: '1',
    })
    assert.include(page, `/dosya/${petition.number}`)
    assert.match(page, /<textarea[^>]*name="text"[^>]*autofocus/)
    assert.isEmpty(await db.from('inquiries'))
  })

  test('is shown to the officer who checked, within the hour, and to nobody else', async ({
    client,
    assert,
  }) => {
    await brought()
    const { fields } = await checked(client, PHONE)
    const stranger = await at(client, '/kimlik/al', { ...fields, 'take-name': '1' }, 'sef')
    assert.equal(stranger.status, 422)
    assert.notInclude(stranger.page, 'Işıl')
    await db.from('identity_checks').update({ checked_at: '2026-01-05 09:00:00' })
    const late = await at(client, '/kimlik/al', { ...fields, 'take-name': '1' })
    assert.include(late.page, says('intake.problems.person.gone'))
    assert.notInclude(late.page, 'Işıl')
  })

  test('is found by a name from before names were indexed, once that is done', async ({
    client,
    assert,
  }) => {
    await brought()
    await db.from('petitioners').update({ authority_id: null, name_index: null })
    assert.include(await search(client, 'Işıl Şenyurt'), says('intake.person.missing'))
    await new NameRounds({ info() {}, error() {} }).round()
    const page = await search(client, 'Işıl Şenyurt')
    assert.include(page, '1 başvuru')
    assert.notInclude(page, says('intake.person.missing'))
  })
})
