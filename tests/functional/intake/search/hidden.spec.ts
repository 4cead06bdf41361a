import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Petition, type PetitionDetails } from '#intake'
import type { Officer } from '#organisation'
import { Handover } from '#routing'
import { statementsOf } from '#tests/support/databases/statements'
import { wrapped } from '#tests/support/database'
import { district, districtsBelow } from '#tests/support/databases/district'
import { province } from '#tests/support/databases/three_authorities'
import { found, sought, written } from '#tests/support/intake/searching'
import {
  newOfficer,
  officer,
  readAtTheDesk,
  received,
  referredTo,
  unit,
} from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** Words of no other text: the word, one slip of it, and one that is nowhere at all. */
const CANARY = 'Kuşburnu kazanı devrildi.'
const ASKED = ['kuşburnu', 'kuşburmu', 'kuşburnu kazan', 'kazanı']
const NOWHERE = ['zambakçı', 'zambakçu', 'zambakçı devran', 'devranı']

/** Whatever is typed of it, the page is that of a word which nobody ever wrote. */
async function isHidden(client: ApiClient, assert: Assert, who: Officer) {
  for (const [at, ara] of ASKED.entries()) {
    const [page, other] = [await sought(client, who, ara), await sought(client, who, NOWHERE[at]!)]
    const plain = (text: string, typed: string) =>
      text.replaceAll(typed, '').replace(/name=["']_csrf["'] value=["'][^"']*["']/g, '')
    assert.equal(plain(page.text(), ara), plain(other.text(), NOWHERE[at]!), `${who.login}: ${ara}`)
    assert.notMatch(page.text(), /kuşburnu kazanı/i)
  }
}

async function isFound(client: ApiClient, assert: Assert, who: Officer, petition: Petition) {
  for (const ara of ASKED) assert.deepEqual(await found(client, who, ara), [petition.number], ara)
}

async function brought(about: Partial<PetitionDetails> = {}) {
  return received({ text: CANARY, place: null, ...about })
}

test.group('A search never finds', (group) => {
  wrapped(group)

  test('what another unit has', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { text: CANARY, place: null })
    await written()
    await isFound(client, assert, await officer('tarim'), petition)
    await isFound(client, assert, await officer('masa'), petition)
    const police = await newOfficer('polis', 'EMN', ['unitOfficer'])
    await isHidden(client, assert, await police.loadRoles())
  })

  test('a complaint about one’s own unit', async ({ client, assert }) => {
    const complainedUnit = await unit('TAR')
    const petition = await brought({ kind: 'complaint', complainedUnit })
    await written()
    await isHidden(client, assert, await officer('tarim.amir'))
    const both = await newOfficer('ikisi', 'TAR', ['bureauOfficer', 'unitHead'])
    await isHidden(client, assert, await both.loadRoles())
    await isFound(client, assert, await officer('masa'), petition)
  })

  test('a complaint about the bureau, for the bureau', async ({ client, assert }) => {
    const { bureau } = await district()
    const petition = await brought({ kind: 'complaint', complainedUnit: bureau })
    await written()
    await isHidden(client, assert, await officer('masa'))
    await isHidden(client, assert, await officer('sef'))
    await isFound(client, assert, await officer('kaymakam'), petition)
  })

  test('what is restricted', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { text: CANARY, place: null })
    await written()
    await petition.refresh()
    await petition.change((now, trx) => now.restrict({}, trx))
    for (const login of ['masa', 'kaymakam']) {
      await isHidden(client, assert, await officer(login))
    }
    await written()
    await isHidden(client, assert, await officer('masa'))
    await isFound(client, assert, await officer('sef'), petition)
    await isFound(client, assert, await officer('tarim'), petition)
  })

  test('who told of others, nor the words that the desk struck', async ({ client, assert }) => {
    const text = `Muhtar kömürü satıyor. ${CANARY}`
    const petition = await received({
      kind: 'tipOff',
      text,
      name: 'Kuşburnu Kazan',
      place: 'Kuşburnu',
    })
    await written()
    const [masa, manager] = [await officer('masa'), await officer('kaymakam')]
    assert.deepEqual(await found(client, masa, 'kömür'), [petition.number])
    assert.deepEqual(await found(client, manager, 'kömür'), [], 'nobody has read it yet')
    await readAtTheDesk(petition, 'Muhtar kömürü satıyor.')
    await db
      .from('strikings')
      .where({ petition_id: petition.id, thing: 'place' })
      .update({ words: null })
    await petition.refresh()
    const { Referral } = await import('#routing')
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    await written()
    await isHidden(client, assert, manager)
    await isHidden(client, assert, await officer('tarim'))
    assert.deepEqual(await found(client, await officer('tarim'), 'kömür'), [petition.number])
    assert.deepEqual(await found(client, manager, 'kömür'), [petition.number])
    await isFound(client, assert, masa, petition)
  })

  test('by the words of a petition that has just become a tip-off', async ({ client, assert }) => {
    const petition = await brought()
    await written()
    await isFound(client, assert, await officer('kaymakam'), petition)
    await db.from('petitions').where('id', petition.id).update({ kind: 'tipOff' })
    await isHidden(client, assert, await officer('kaymakam'))
  })

  test('what lies with another authority, nor what was handed over', async ({ client, assert }) => {
    const { burhaniye } = await province()
    const petition = await brought()
    await written()
    const masa = await officer('masa')
    await isFound(client, assert, masa, petition)
    await Handover.make(petition, burhaniye.authority, masa, 'Orada.')
    await isHidden(client, assert, masa)
    await written()
    await isHidden(client, assert, masa)
    assert.isEmpty(
      await db.from('search_postings').where('scope', `a${masa.authorityId}`).select('term')
    )
  })

  test('a tip-off’s or a restricted one’s words of a district, for those above', async ({
    client,
    assert,
  }) => {
    const [there] = await districtsBelow(1)
    const manager = await officer('kaymakam')
    const bring = async (about: Partial<PetitionDetails>) =>
      (
        await Petition.receive(
          details({ authorityId: there!, place: null, text: CANARY, ...about })
        )
      ).petition
    await bring({ kind: 'tipOff' })
    const restricted = await bring({})
    await restricted.change((now, trx) => now.restrict({}, trx))
    await written()
    await isHidden(client, assert, manager)
    const seen = await bring({})
    await written()
    await isFound(client, assert, manager, seen)
  })

  test('and asks the same, whether a word stands in hidden petitions or nowhere', async ({
    client,
    assert,
  }) => {
    const { bureau } = await district()
    await brought({ kind: 'complaint', complainedUnit: bureau })
    await received({ text: 'Lamba yanmıyor.' })
    await written()
    const masa = await officer('masa')
    const asked = async (ara: string) =>
      (await statementsOf(() => sought(client, masa, ara))).statements.length
    await asked('kuşburnu')
    for (const [at, ara] of ASKED.entries()) {
      assert.equal(await asked(ara), await asked(NOWHERE[at]!), ara)
    }
  })
})
