import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { climbedTo, type Petition } from '#intake'
import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/typed/national_id'
import { emptied } from '#tests/support/database'
import { newOfficer, officer, received, referredTo, unit } from '#tests/support/journey'
import { addresses, digests, isPast, onAWednesday, round } from '#tests/support/reminding'

const ID = '12345678950'

test.group('Nobody is reminded of a petition that they may not see', (group) => {
  onAWednesday(group)
  emptied(group)

  group.each.setup(() =>
    addresses('masa', 'sef', 'buro', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem', 'denetci')
  )

  /** What stands on the first page of somebody of petitions that climbed to them. */
  async function stands(client: ApiClient, login: string, petition: Petition) {
    const path = login === 'kaymakam' ? '/izleme' : login === 'sef' ? '/masa' : '/birim'
    const page = await client.get(path).loginAs(await officer(login))
    page.assertStatus(200)
    const [, note = ''] = /id="climbed">(.*?)<\/div>/s.exec(page.text()) ?? []
    return note.includes(petition.number)
  }

  test('a complaint about the bureau climbs past it to the manager', async ({ client, assert }) => {
    const petition = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    await isPast(petition, 5)
    await round()
    assert.deepEqual(await digests(), [{ to: 'kaymakam', late: 1 }])
    assert.isTrue(await stands(client, 'kaymakam', petition))
    assert.isFalse(await stands(client, 'sef', petition))
  })

  test('a complaint about a unit is told to nobody of it', async ({ client, assert }) => {
    const petition = await received({ kind: 'complaint', complainedUnit: await unit('TAR') })
    await newOfficer('iki.gorev', 'TAR', ['unitHead', 'bureauChief', 'bureauOfficer'])
    await addresses('iki.gorev')
    await isPast(petition, 5)
    await round()
    const told = (await digests()).map(({ to }) => to)
    assert.sameMembers(told, ['masa', 'buro', 'sef', 'kaymakam'])
    assert.isTrue(await stands(client, 'sef', petition))
  })

  test('what is restricted at a unit is told to it and the chief', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const sef = await officer('sef')
    await petition.change((one, trx) => one.restrict({ officer: sef, note: 'Tehdit' }, trx))
    await isPast(petition, 5)
    await round()
    const told = (await digests()).map(({ to }) => to)
    assert.sameMembers(told, ['tarim', 'tarim.amir', 'buro', 'sef'])
    assert.isFalse(await stands(client, 'kaymakam', petition))
    assert.isTrue(await stands(client, 'tarim.amir', petition))
  })

  test('one’s own is told to the others, and to those above where there are none', async ({
    client,
    assert,
  }) => {
    const nationalId = NationalId.parse(ID)
    const petition = await referredTo('TAR', { nationalId })
    const index = blindIndex('nationalId', ID)
    await db.from('officers').where('login', 'tarim.amir').update({ national_id_index: index })
    await isPast(petition, 1)
    await round()
    const told = (await digests()).map(({ to }) => to)
    assert.sameMembers(told, ['tarim', 'buro', 'sef'])
    assert.isFalse(await stands(client, 'tarim.amir', petition))
    assert.isTrue(await stands(client, 'sef', petition))
  })

  test('what has climbed by both clocks is one of ten that are named', async ({ assert }) => {
    for (let at = 0; at < 11; at++) {
      const petition = await referredTo('TAR')
      await isPast(petition, 1)
      await isPast(petition, 1, 'legal_due_on')
    }
    await round()
    const { numbers, more } = await climbedTo(await officer('tarim.amir'))
    assert.lengthOf(new Set(numbers), 10)
    assert.isTrue(more)
  })
})
