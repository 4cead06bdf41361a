import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Access, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { wrapped } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { newOfficer, officer, received, unit } from '#tests/support/journey'
import { send as sendAtCard } from '#tests/support/at_the_card'

const PAGE = '/yonetim/erisimler'
const shown = ({ shownNumber }: Petition) => shownNumber.replaceAll('\u00a0', ' ')

async function list(client: ApiClient, who: Officer | string, asked: Record<string, string> = {}) {
  const reader = typeof who === 'string' ? await officer(who) : who
  const page = await client.get(PAGE).qs(asked).loginAs(reader).redirects(0)
  return page.text().replaceAll('\u00a0', ' ')
}

/** As if it had been looked at on that day. */
async function lookedOn(day: string, who: Officer, petition: Petition) {
  await Access.record(who, { petition })
  const last = await db.from('views').orderBy('id', 'desc').firstOrFail()
  await db
    .from('views')
    .where('id', last.id)
    .update({ viewed_at: `${day} 09:00:00` })
}

test.group('The list of accesses', (group) => {
  wrapped(group)

  test('says who opened which petition when, and nothing else of it', async ({
    client,
    assert,
  }) => {
    const petition = await received({ name: 'Ayşe Deneme', text: 'Suyumuz akmıyor.' })
    await client.get(`/dosya/${petition.number}`).loginAs(await officer('masa'))
    const { name } = await officer('masa')
    for (const reader of ['denetci', 'kaymakam']) {
      const page = await list(client, reader)
      assert.include(page, shown(petition), reader)
      assert.include(page, `${name} <span class="rows__typed">(masa)</span>`)
      assert.notInclude(page, 'Ayşe Deneme')
      assert.notInclude(page, 'Suyumuz')
    }
    assert.include(await list(client, 'kaymakam'), `href="/dosya/${petition.number}"`)
    assert.notInclude(await list(client, 'denetci'), '/dosya/', 'no way for who sees no petition')
  })

  test('says of searches by what and when, and never what was sought', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const search = client.post('/kayit').form({ ara: '12345678950' })
    await search.loginAs(masa).withCsrfToken()
    await Access.record(masa, { opened: { mail: 1 } })
    await Access.record(masa, { opened: { outageForm: 1 } })
    await client.post('/kayit').form({ ara: 'acdefhjk' }).loginAs(masa).withCsrfToken()
    const page = await list(client, 'denetci', { ne: 'aramalar' })
    for (const kind of ['Kimlik numarası', 'Gelen e-posta', 'Kesinti formu', 'Kısa kod']) {
      assert.include(page, kind)
    }
    assert.include(page, `${masa.name} <span`)
    assert.notInclude(page, '12345678950')
    const { digest } = await db.from('inquiries').firstOrFail()
    assert.notInclude(page, digest)
    assert.include(await list(client, 'denetci'), 'Böyle bir erişim yok.')
  })

  test('is narrowed by officer, by number and by days', async ({ client, assert }) => {
    const [one, other] = [await received(), await received()]
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    await lookedOn('2026-01-05', masa, one)
    await lookedOn('2026-01-06', sef, one)
    await lookedOn('2026-01-07', sef, other)
    const days = async (asked: Record<string, string>) =>
      [...(await list(client, 'denetci', asked)).matchAll(/(\d) Ocak 2026/g)].map(([, day]) => day)
    assert.deepEqual(await days({}), ['7', '6', '5'])
    assert.deepEqual(await days({ gorevli: 'MASA' }), ['5'])
    assert.deepEqual(await days({ gorevli: sef.name.split(' ')[0]! }), ['7', '6'])
    assert.deepEqual(await days({ numara: shown(one) }), ['6', '5'])
    assert.deepEqual(await days({ numara: one.number, gorevli: 'sef' }), ['6'])
    assert.deepEqual(await days({ ilk: '6.01.2026', son: '2026-01-06' }), ['6'])
    assert.deepEqual(await days({ son: '2026-01-05' }), ['5'])
    assert.deepEqual(await days({ numara: '2600000000' }), [])
  })

  test('says what it cannot read, and keeps what was typed', async ({ client, assert }) => {
    await lookedOn('2026-01-05', await officer('masa'), await received())
    const typed = { gorevli: 'hiçkimse', numara: '26 04' }
    const page = await list(client, 'denetci', { ...typed, ilk: 'dün', son: '2026-01-01' })
    assert.include(page, 'Başvuru numarasını kontrol edin')
    assert.include(page, 'İlk günü 2.12.2026 gibi yazın.')
    assert.include(page, 'value="hiçkimse"')
    assert.include(page, 'value="dün"')
    assert.notInclude(page, 'Ocak 2026')
    const turned = await list(client, 'denetci', { ilk: '2026-01-05', son: '2026-01-01' })
    assert.include(turned, 'Son gün ilk günden önce olamaz.')
    const nobody = await list(client, 'denetci', { gorevli: 'hiçkimse' })
    assert.include(nobody, 'Bu kullanıcı adında')
  })

  test('asks which of several officers is meant', async ({ client, assert }) => {
    for (const login of ['veli.bir', 'veli.iki']) await newOfficer(login, 'TAR', ['unitOfficer'])
    const page = await list(client, 'denetci', { gorevli: 'Velİ' })
    assert.include(page, 'Birini seçin')
    assert.include(page, 'gorevli=veli.bir"')
    assert.include(page, 'gorevli=veli.iki"')
  })

  test('goes on page after page, each row once', async ({ client, assert }) => {
    const petition = await received()
    const masa = await officer('masa')
    const row = { petition_id: petition.id, officer_id: masa.id, authority_id: masa.authorityId }
    // Many in one second, as a busy day has them.
    const rows = Array.from({ length: 70 }, (_, at) => ({
      ...{ ...row, viewed_at: `2026-01-0${5 + (at % 2)} 09:00:00` },
    }))
    await db.table('views').multiInsert(rows)
    let [count, at] = [0, `${PAGE}?numara=${petition.number}`]
    for (let page = 0; at && page < 5; page++) {
      const text = (await client.get(at).loginAs(await officer('denetci'))).text()
      count += text.match(/<tr class="rows__row">/g)!.length
      at = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    assert.equal(count, 70)
  })

  test('tells a manager of what they see, an auditor of every number, and nobody of a complaint about themselves', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const restricted = await received()
    await sendAtCard(client, sef, restricted, 'kisit', { why: 'Komşusu büroda çalışıyor.' })
    const about = { kind: 'complaint', complainedUnit: await unit('AKB') } as const
    const complaint = await received(about)
    const farm = await received({ ...about, complainedUnit: await unit('TAR') })
    await Access.record(sef, { petition: await restricted.refresh() })
    for (const petition of [complaint, farm]) {
      await Access.record(await officer('kaymakam'), { petition })
    }
    const tells = async (who: Officer | string, petition: Petition) => {
      const one = await list(client, who, { numara: petition.number })
      const found = !one.includes('Böyle bir erişim yok.')
      assert.equal((await list(client, who)).includes(shown(petition)), found)
      return found
    }
    assert.isFalse(await tells('kaymakam', restricted))
    assert.isTrue(await tells('kaymakam', complaint))
    for (const petition of [restricted, complaint, farm]) {
      assert.isTrue(await tells('denetci', petition))
    }
    const both = await newOfficer('denetci.buro', null, ['auditor', 'bureauOfficer'])
    assert.isFalse(await tells(both, complaint), 'of the bureau')
    assert.isTrue(await tells(both, farm))
    const ofFarm = await newOfficer('denetci.tarim', 'TAR', ['auditor', 'unitOfficer'])
    assert.isFalse(await tells(ofFarm, farm), 'of the unit')
    const chief = await newOfficer('ikisi', null, ['manager', 'bureauChief'])
    assert.isFalse(await tells(chief, complaint), 'manager, but of the bureau')
  })

  test('is of one’s own authority, and of those below for whoever reads them', async ({
    client,
    assert,
  }) => {
    const { governorate, burhaniye } = await province()
    const clerk = await person(burhaniye, 'burhaniye.buro', 'AKB', ['bureauOfficer'])
    const there = await received({ authorityId: burhaniye.authority.id })
    await Access.record(clerk, { petition: there })
    const vali = await person(governorate, 'vali', null, ['manager'])
    const auditor = await person(governorate, 'vali.denetci', null, ['auditor'])
    const ofBurhaniye = { makam: 'burhaniye' }
    assert.notInclude(await list(client, vali), shown(there))
    assert.include(await list(client, vali, ofBurhaniye), shown(there))
    for (const who of [auditor, await officer('denetci'), await officer('kaymakam')]) {
      const page = await list(client, who, ofBurhaniye)
      assert.notInclude(page, shown(there), who.login)
      assert.notInclude(page, 'burhaniye.buro')
      assert.notInclude(await list(client, who, { numara: there.number }), 'burhaniye.buro')
      assert.include(await list(client, who, { gorevli: 'burhaniye.buro' }), 'Bu kullanıcı adında')
    }
  })
})
