import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { CalendarMove, LastDay, Mover, Petition, renewSecret, Secret } from '#intake'
import { Catalogue } from '#organisation'
import { insertRows } from '#database/fill'
import { districtId } from '#tests/support/databases/district'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { PhoneNumber } from '#shared/typed/phone_number'
import { wrapped } from '#tests/support/database'
import { officer, submitted, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** Others may be in danger, and whoever told of them may have been made to be silent. */
const STAY_OPEN = {
  'tip-off': { kind: 'tipOff' },
  'urgent petition': { text: 'Apartmanda çok kuvvetli gaz kokusu var.' },
  'petition of 24 hours': { text: 'Evde iki gündür su yok.' },
} as const

const SEAL = /name="opened" value="([^"]+)"/

/** Everybody's leave on this day is entered. */
async function leave(day: DateTime) {
  const { id: officerId } = await officer('sef')
  const named = { name: 'İdari izin', kind: 'administrative', portion: 'full' }
  const row = { ...named, day: day.toISODate()!, authority_id: districtId() }
  await insertRows(db.connection(), 'holidays', [row])
  const entered = { authorityId: districtId(), forTree: false, officerId, name: named.name }
  await transaction((trx) => CalendarMove.begin({ ...entered, firstDay: day, lastDay: day }, trx))
}

test.group('A citizen takes a petition back', (group) => {
  wrapped(group)

  async function opened(client: ApiClient, number: string, secret: Secret) {
    const page = await client.post('/sorgula').form({ number, secret: secret.text })
    page.assertStatus(200)
    return SEAL.exec(page.text())![1]!
  }
  const stageOf = async ({ id }: Petition) => (await Petition.findOrFail(id)).stage

  test('and opens it again where it stood', async ({ client, assert }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    const { petition, secret } = await Petition.receive(details({ phone }))
    const tarim = await unit('TAR')
    const sef = await officer('sef')
    await transaction((trx) => petition.refer(tarim, { officer: sef }, trx))
    const seal = await opened(client, petition.number, secret)
    for (let press = 0; press < 2; press++) {
      const page = await client.post('/sorgula/geri-cek').form({ opened: seal })
      page.assertStatus(200)
      assert.include(page.text(), 'Başvurunuzu geri çektik.')
      assert.equal(page.header('cache-control'), 'no-store')
      assert.notExists(page.header('set-cookie'))
    }
    assert.equal(await stageOf(petition), 'withdrawn')
    const kinds = () => db.from('steps').where('petition_id', petition.id).orderBy('position')
    assert.deepEqual(
      (await kinds()).map(({ kind }) => kind),
      ['received', 'referred', 'withdrawn']
    )
    const back = await client.post('/sorgula/vazgec').form({ opened: seal })
    assert.include(back.text(), 'Başvurunuz yeniden açıldı.')
    assert.include(back.text(), tarim.name)
    assert.equal(await stageOf(petition), 'routed')
    const told = await db.from('messages').where('petition_id', petition.id).orderBy('id')
    assert.deepEqual(
      told.map(({ event }) => event),
      ['received', 'routed', 'withdrawn', 'withdrawalUndone']
    )
  })

  test('while its answer waits for the head, and finds it there again', async ({
    client,
    assert,
  }) => {
    const petition = await submitted()
    const secret = await transaction(async (trx) =>
      renewSecret(petition, await officer('sef'), trx)
    )
    const seal = await opened(client, petition.number, secret)
    await client.post('/sorgula/geri-cek').form({ opened: seal })
    assert.equal(await stageOf(petition), 'withdrawn')
    await client.post('/sorgula/vazgec').form({ opened: seal })
    assert.equal(await stageOf(petition), 'awaitingApproval')
  })

  test('and finds it at the desk where its unit was closed meanwhile', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const tarim = await unit('TAR')
    const sef = await officer('sef')
    await transaction((trx) => petition.refer(tarim, { officer: sef }, trx))
    const seal = await opened(client, petition.number, secret)
    await client.post('/sorgula/geri-cek').form({ opened: seal })
    tarim.closedOn = DateTime.utc()
    try {
      await client.post('/sorgula/vazgec').form({ opened: seal })
    } finally {
      tarim.closedOn = null
    }
    const fresh = await Petition.findOrFail(petition.id)
    assert.equal(fresh.stage, 'reopened')
    assert.equal(fresh.unitId, (await unit('AKB')).id)
    const readers = db.from('petition_readers').where({ petition_id: petition.id, until: null })
    assert.lengthOf(await readers, 0)
  })

  test('and its last days go on by what was entered meanwhile, each once', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => Catalogue.forget())
    const phone = PhoneNumber.parse('0500 012 34 56')
    const { petition, secret } = await Petition.receive(details({ phone }))
    const seal = await opened(client, petition.number, secret)
    await client.post('/sorgula/geri-cek').form({ opened: seal })
    const { dueOn } = petition
    await leave(dueOn)
    await new Mover({ error() {} }, {}).round()
    assert.equal((await Petition.findOrFail(petition.id)).dueOn.toISODate(), dueOn.toISODate())
    await client.post('/sorgula/vazgec').form({ opened: seal })
    const back = await Petition.findOrFail(petition.id)
    assert.isAbove(back.dueOn.toMillis(), dueOn.toMillis())
    assert.include((await LastDay.of(back)).promise!.daysOff!, 'İdari izin')
    const told = db.from('messages').where({ petition_id: petition.id, event: 'withdrawalUndone' })
    assert.include((await told.firstOrFail()).placeholders, back.dueOn.toISODate()!)
    // Withdrawn and opened once more, nothing of it moves again.
    await client.post('/sorgula/geri-cek').form({ opened: seal })
    await client.post('/sorgula/vazgec').form({ opened: seal })
    const again = await Petition.findOrFail(petition.id)
    assert.equal(again.dueOn.toISODate(), back.dueOn.toISODate())
  })

  test('has seven days to think better of it', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const seal = await opened(client, petition.number, secret)
    await client.post('/sorgula/geri-cek').form({ opened: seal })
    const step = db.from('steps').where({ petition_id: petition.id, kind: 'withdrawn' })
    const since = (days: number) =>
      step.clone().update({ taken_at: stamp(DateTime.utc().minus({ days })) })
    await since(8)
    const late = await client.post('/sorgula/vazgec').form({ opened: seal })
    late.assertStatus(422)
    assert.include(late.text(), '7 gün geçti')
    assert.notInclude(late.text(), 'action="/sorgula/vazgec"')
    await since(7)
    await client.post('/sorgula/vazgec').form({ opened: seal })
    assert.equal(await stageOf(petition), 'received')
  })

  for (const [what, about] of Object.entries(STAY_OPEN)) {
    test(`closes no ${what}: it says so, once`, async ({ client, assert }) => {
      const { petition, secret } = await Petition.receive(details(about))
      const seal = await opened(client, petition.number, secret)
      for (let press = 0; press < 2; press++) {
        const page = await client.post('/sorgula/geri-cek').form({ opened: seal })
        assert.include(page.text(), 'Bu başvuru açık kalır.')
      }
      assert.equal(await stageOf(petition), 'received')
      const noted = db.from('steps').where({ petition_id: petition.id, kind: 'withdrawalNoted' })
      assert.lengthOf(await noted, 1)
    })
  }

  test('is told when the answer was faster', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const seal = await opened(client, petition.number, secret)
    const sef = await officer('sef')
    await transaction((trx) => petition.conclude('granted', 'Yapıldı.', { officer: sef }, trx))
    const page = await client.post('/sorgula/geri-cek').form({ opened: seal })
    page.assertStatus(422)
    assert.include(page.text(), 'bu arada sonuçlandı')
    assert.equal(await stageOf(petition), 'concluded')
  })

  test('opens by nothing but the code: asks for it again where the proof is none', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const seal = await opened(client, petition.number, secret)
    const renewed = await transaction(async (trx) =>
      renewSecret(petition, await officer('sef'), trx)
    )
    for (const proof of [{}, { opened: 'x' }, { opened: seal }]) {
      const page = await client.post('/sorgula/geri-cek').form(proof)
      page.assertStatus(422)
      assert.include(page.text(), 'action="/sorgula/geri-cek"')
    }
    const wrong = { number: petition.number, secret: Secret.draw().text }
    ;(await client.post('/sorgula/geri-cek').form(wrong)).assertStatus(404)
    assert.equal(await stageOf(petition), 'received')
    const right = { number: petition.number, secret: renewed.text }
    ;(await client.post('/sorgula/geri-cek').form(right)).assertStatus(200)
    assert.equal(await stageOf(petition), 'withdrawn')
  })

  test('is in no queue any more, and among the withdrawn of the register', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const seal = await opened(client, petition.number, secret)
    const sef = await officer('sef')
    const numberIn = async (path: string) =>
      (await client.get(path).loginAs(sef)).text().includes(`/dosya/${petition.number}`)
    assert.isTrue(await numberIn('/masa'))
    await client.post('/sorgula/geri-cek').form({ opened: seal })
    assert.isFalse(await numberIn('/masa'))
    assert.isFalse(await numberIn('/kayit?durum=open'))
    assert.isTrue(await numberIn('/kayit?durum=withdrawn'))
    assert.isFalse(await numberIn('/kayit?durum=withdrawn&sonuc=granted'))
    const card = await client.get(`/dosya/${petition.number}`).loginAs(sef)
    assert.include(card.text(), 'Başvuru sahibi geri çekti')
    assert.notInclude(card.text(), 'sonuçlandı')
  })
})
