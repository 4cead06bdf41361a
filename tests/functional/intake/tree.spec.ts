import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition, type PetitionDetails } from '#intake'
import { Catalogue, type Officer, type Role } from '#organisation'
import { NationalId } from '#shared/typed/national_id'
import { send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { districtsBelow } from '#tests/support/databases/district'
import { newOfficer, officer, received } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const PERSON = '12345678950'

async function districtBrought(authorityId: number) {
  const catalogue = await Catalogue.of(authorityId)
  const brought = (about: Partial<PetitionDetails>) => broughtTo(authorityId, about)
  const restricted = await brought({ name: 'Kısıtlı Deneme' })
  await restricted.change((now, trx) => now.restrict({}, trx))
  return {
    ordinary: await brought({ name: 'Olağan Deneme', nationalId: NationalId.parse(PERSON) }),
    aboutBureau: await brought({
      kind: 'complaint',
      complainedUnit: catalogue.bureau,
      name: 'Şikâyet Deneme',
    }),
    tipOff: await brought({
      kind: 'tipOff',
      name: 'Muhbir Deneme',
      nationalId: NationalId.parse(PERSON),
    }),
    restricted,
  }
}

async function broughtTo(authorityId: number, about: Partial<PetitionDetails>) {
  const { petition } = await Petition.receive(details({ authorityId, ...about }))
  return petition
}

/** Somebody of the governorate. */
async function person(login: string, code: string | null, roles: readonly Role[]) {
  return (await newOfficer(login, code, roles)).loadRoles()
}

function register(client: ApiClient, who: Officer, query = '') {
  return client.get(`/kayit${query}`).loginAs(who)
}

test.group('A governorate above its districts', (group) => {
  wrapped(group)

  test('its managers read what lies with a district, named in a column, and narrow to it', async ({
    client,
    assert,
  }) => {
    const [first, second] = await districtsBelow(2)
    const here = await received({ name: 'Merkez Deneme' })
    const there = await broughtTo(first!, { name: 'İlçe Deneme' })
    const other = await broughtTo(second!, { name: 'Öteki Deneme' })
    const manager = await officer('kaymakam')

    const all = (await register(client, manager)).text()
    for (const { number } of [here, there, other]) assert.include(all, `/dosya/${number}`)
    assert.include(all, '<th scope="col">Makam</th>')
    assert.include(all, '<td class="rows__authority">Deneme 1 Kaymakamlığı</td>')
    assert.notInclude(all, 'name="birim"')

    const narrowed = (await register(client, manager, '?makam=ilce1&durum=open')).text()
    assert.include(narrowed, `/dosya/${there.number}`)
    for (const { number } of [here, other]) assert.notInclude(narrowed, `/dosya/${number}`)
    assert.include(narrowed, '<option value="ilce1" selected>')
    assert.include(narrowed, 'name="birim"')
    assert.notInclude(narrowed, '<th scope="col">Makam</th>')

    const ofUnit = (await register(client, manager, '?birim=AKB')).text()
    assert.include(ofUnit, `/dosya/${here.number}`)
    assert.notInclude(ofUnit, `/dosya/${there.number}`)

    const found = await client
      .post('/kayit')
      .loginAs(manager)
      .withCsrfToken()
      .form({ ara: other.number })
    assert.include(found.text(), `/dosya/${other.number}`)
  })

  test('nobody else does: neither its bureau and units, nor a district upwards or sideways', async ({
    client,
    assert,
  }) => {
    const [first, second] = await districtsBelow(2)
    const here = await received()
    const there = await broughtTo(first!, {})
    const others = ['masa', 'sef', 'tarim', 'tarim.amir', 'bilgiislem', 'denetci']
    for (const login of others) {
      const who = await officer(login)
      const page = await register(client, who)
      assert.notInclude(page.text(), `/dosya/${there.number}`, login)
      assert.notInclude(page.text(), 'Makam</th>', login)
      const card = await client.get(`/dosya/${there.number}`).loginAs(who)
      assert.equal(card.status(), 404, login)
    }

    for (const [id, sees] of [
      [first!, true],
      [second!, false],
    ] as const) {
      const manager = await officer('kaymakam')
      await db.from('officers').where('id', manager.id).update({ authority_id: id })
      const moved = await officer('kaymakam')
      assert.isNull(await Petition.findFor(moved, here.number))
      assert.equal((await Petition.findFor(moved, there.number)) !== null, sees)
    }
  })

  test('they see complaints about a district’s bureau, and nothing restricted', async ({
    assert,
  }) => {
    const [first] = await districtsBelow(1)
    const brought = await districtBrought(first!)
    const managers = [
      await officer('kaymakam'),
      // Of the governorate's bureau, and not of the district's.
      await person('ikisi', 'AKB', ['manager', 'bureauChief']),
      await person('amir', 'TAR', ['manager', 'unitHead']),
    ]
    for (const who of managers) {
      const seen = async (petition: Petition) => Petition.findFor(who, petition.number)
      assert.isNotNull(await seen(brought.ordinary), who.login)
      assert.isNotNull(await seen(brought.aboutBureau), who.login)
      assert.isNotNull(await seen(brought.tipOff), who.login)
      assert.isNull(await seen(brought.restricted), who.login)
    }
  })

  test('they open its card, which leaves a row, and do nothing there', async ({
    client,
    assert,
  }) => {
    const [first] = await districtsBelow(1)
    const { ordinary, aboutBureau } = await districtBrought(first!)
    const both = await person('ikisi', 'AKB', ['manager', 'bureauChief', 'unitHead'])
    for (const who of [both, await officer('kaymakam')]) {
      for (const petition of [ordinary, aboutBureau]) {
        const card = await client.get(`/dosya/${petition.number}`).loginAs(who)
        card.assertStatus(200)
        assert.include(card.text(), 'Deneme 1 Kaymakamlığı')
        assert.include(card.text(), 'burada okunur, işlemleri o makam yapar')
        assert.notInclude(card.text(), 'formaction')
        const looked = { officer_id: who.id, petition_id: petition.id }
        assert.lengthOf(await db.from('views').where(looked), 1)

        for (const form of ['yonlendirme', 'gonderme', 'cevap', 'gorusme', 'kisit']) {
          const fields = { unit: 'TAR', text: 'Deneme', note: 'Deneme' }
          const answer = await send(client, who, petition, form, fields)
          assert.equal(answer.status(), 403, `${who.login} ${form}`)
        }
        const after = await Petition.findOrFail(petition.id)
        assert.equal(after.version, petition.version)
      }
    }

    const messages = await client.get(`/dosya/${ordinary.number}/mesajlar`).loginAs(both)
    messages.assertStatus(200)
    assert.notInclude(messages.text(), '/takip-kodu')
    const renewed = await send(client, both, ordinary, 'takip-kodu')
    renewed.assertStatus(404)
  })

  test('who brought a district’s tip-off is known to its own bureau alone', async ({
    client,
    assert,
  }) => {
    const [first] = await districtsBelow(1)
    const { ordinary, tipOff } = await districtBrought(first!)
    const own = await received({ kind: 'tipOff', nationalId: NationalId.parse(PERSON) })
    const both = await person('ikisi', 'AKB', ['manager', 'bureauChief'])

    const card = await client.get(`/dosya/${tipOff.number}`).loginAs(both)
    card.assertStatus(200)
    assert.notInclude(card.text(), 'Muhbir Deneme')
    assert.notInclude((await register(client, both)).text(), 'Muhbir Deneme')

    const search = client.post('/kayit').loginAs(both).withCsrfToken().form({ ara: PERSON })
    const found = (await search).text()
    for (const { number } of [ordinary, own]) assert.include(found, `/dosya/${number}`)
    assert.notInclude(found, `/dosya/${tipOff.number}`)
  })

  test('an authority alone has neither column nor filter', async ({ client, assert }) => {
    await received()
    const page = (await register(client, await officer('kaymakam'))).text()
    assert.notMatch(page, /makam"|Makam</)
  })
})
