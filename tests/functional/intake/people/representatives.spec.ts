import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { NameRounds, PrivacyNotice } from '#intake'
import { Handover } from '#routing'
import { says } from '#tests/support/at_the_card'
import { newest, PETITIONER, SPEAKER, written } from '#tests/support/brought'
import { wrapped } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { assertValid } from '#tests/support/pages'

const FOR_OTHERS = 'başkası adına başvuran'

async function at(client: ApiClient, path: string, fields: Record<string, string>, login = 'masa') {
  const answer = await sendAs(client, await officer(login), `/masa/yeni${path}`, fields)
  return answer.text()
}

const search = (client: ApiClient, words: string, login?: string) =>
  at(client, '/kisi', { person: words }, login)

test.group('Whoever came on behalf of somebody', (group) => {
  wrapped(group)

  test('is found by telephone, identity number or name, and shown as that', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    await written(client, { ...PETITIONER, ...SPEAKER, text: 'Yol bozuk.' })
    for (const words of ['0500 098 76 54', '123 456 789 50', 'DENEME avukat']) {
      const page = await search(client, words)
      assert.include(page, '<strong>A. D.</strong>', words)
      assert.include(page, FOR_OTHERS, words)
      assert.include(page, '2 başvuru', words)
      assert.notInclude(page, 'Avukat Deneme', words)
    }
    const hers = await search(client, PETITIONER.phone)
    assert.include(hers, '2 başvuru')
    assert.notInclude(hers, FOR_OTHERS)
  })

  test('is a line beside the petitioner where one telephone is both’s', async ({
    client,
    assert,
  }) => {
    const shared = { ...SPEAKER, representativePhone: PETITIONER.phone }
    await written(client, { ...PETITIONER, text: 'Yalnız kendi sözü.' })
    const { number: hersAlone } = await newest()
    await written(client, { ...PETITIONER, ...shared })
    const page = await search(client, PETITIONER.phone)
    assert.include(page, 'Bu bilgiyle 2 ayrı kişi başvurmuş')
    const marks = [...page.matchAll(/name="line" value="(\w+)"/g)].map(([, mark]) => mark!)
    assert.lengthOf(new Set(marks), 2)
    const seen = { person: PETITIONER.phone, sought: PETITIONER.phone, identity: 'identityCard' }
    const his = await at(client, '/kimlik', { ...seen, line: marks[1]! })
    assert.include(his, 'Avukat Deneme')
    assert.notInclude(his, 'Ayşe Deneme')
    assert.notInclude(his, `/dosya/${hersAlone}`)
    const hers = await at(client, '/kimlik', { ...seen, line: marks[0]! })
    assert.include(hers, 'Ayşe Deneme')
    assert.notInclude(hers, 'Avukat Deneme')
    assert.include(hers, `/dosya/${hersAlone}`)
    const rows = await db.from('identity_checks').orderBy('id').select('role')
    assert.deepEqual(
      rows.map(({ role }) => role),
      ['representative', 'petitioner']
    )
  })

  test('is taken over into what the form says of a representative, and not as the petitioner', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const { number } = await newest()
    const words = SPEAKER.representativePhone
    const sought = await search(client, words)
    await assertValid(assert, sought)
    assert.include(sought, `name="phone" value="${words}"`)
    const checked = await at(client, '/kimlik', {
      ...{ person: words, sought: words, identity: 'identityCard', phone: words, text: 'Çeşme.' },
    })
    await assertValid(assert, checked)
    assert.include(checked, `/dosya/${number}`)
    assert.include(checked, says('intake.person.asRepresentative'))
    assert.include(checked, '123******50')
    assert.include(checked, 'Temsilci: <bdi>Avukatı</bdi>')
    const { _csrf, ...fields } = hiddenFields(checked, '/masa/yeni') as Record<string, string>
    const ticked = { 'take-representative': '1', 'take-representativePhone': '1' }
    const taken = await at(client, '/kimlik/al', {
      ...{ ...fields, ...ticked, 'take-relation': '1', 'take-name': '1' },
      ...{ person: words, phone: words, text: 'Çeşme.' },
    })
    assert.include(taken, 'name="representative" value="Avukat Deneme"')
    assert.include(taken, `name="representativePhone" value="${words}"`)
    assert.match(taken, /<option value="lawyer" selected/)
    assert.notInclude(taken, 'value="12345678950"', 'what was not ticked stays away')
    assert.notInclude(taken, `name="phone" value="${words}"`)
    assert.notInclude(taken, 'name="name" value="A')
    assert.match(taken, /<input[^>]*name="name"[^>]*autofocus/)
  })

  test('is not there for whoever may not see what was brought', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const { id } = await newest()
    await db.from('petitions').where({ id }).update({ circle: 'unit' })
    const words = 'Avukat Deneme'
    assert.include(await search(client, words), says('intake.person.none'))
    assert.include(await search(client, words, 'sef'), FOR_OTHERS)
  })

  test('is known where the petition lies now, and found among what was handed over', async ({
    client,
    assert,
  }) => {
    const { governorate } = await province()
    PrivacyNotice.forget()
    await written(client, { ...PETITIONER, ...SPEAKER })
    const petition = await newest()
    await Handover.make(petition, governorate.authority, await officer('sef'), 'İl yolu.')
    const words = 'Avukat Deneme'
    assert.include(await search(client, words), says('intake.person.none'))
    const other = await person(governorate, 'il.masa', 'AKB', ['bureauOfficer'])
    const there = await sendAs(client, other, '/masa/yeni/kisi', { person: words })
    assert.include(there.text(), FOR_OTHERS)
    const masa = await officer('masa')
    for (const ara of [SPEAKER.representativePhone, SPEAKER.representativeId]) {
      const kept = await client.post('/kayit').loginAs(masa).withCsrfToken().form({ ara })
      assert.include(kept.text(), `/dosya/${petition.number}`, ara)
    }
  })

  test('is found by a name from before names were indexed, once that is done', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    await db.from('representatives').update({ authority_id: null, name_index: null })
    assert.include(await search(client, 'Avukat Deneme'), says('intake.person.missing'))
    await new NameRounds({ info() {}, error() {} }).round()
    const page = await search(client, 'Avukat Deneme')
    assert.include(page, FOR_OTHERS)
    assert.notInclude(page, says('intake.person.missing'))
  })
})
