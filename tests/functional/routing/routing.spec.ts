import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Referral, Return } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { emptied, wrapped } from '#tests/support/database'
import { officer, received, referredTo, unit } from '#tests/support/journey'

test.group('The bureau routes', (group) => {
  emptied(group)

  test('to a unit, which gives it back, and then to the right one', async ({ client, assert }) => {
    const petition = await received()
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]

    const referred = await send(client, masa, petition, 'yonlendirme', {
      unit: 'TAR',
      note: 'Tarla yolu olabilir.',
    })
    referred.assertStatus(303)
    referred.assertHeader('location', '/masa')

    await petition.refresh()
    const back = await send(client, tarim, petition, 'iade', {
      reason: 'Orman yolu.',
      suggested: 'ORM',
    })
    back.assertStatus(303)
    back.assertHeader('location', '/birim')
    assert.equal((await Return.firstOrFail()).suggestedUnitId, (await unit('ORM')).id)

    const card = await open(client, masa, petition)
    card.assertTextIncludes('Orman yolu.')

    await petition.refresh()
    const again = await send(client, masa, petition, 'yonlendirme', { unit: 'ORM' })
    again.assertStatus(303)
    await petition.refresh()
    assert.equal(petition.stage, 'routed')
    assert.equal(petition.returns, 1)
  })

  test('to itself, and goes on at the card', async ({ client, assert }) => {
    const petition = await received()
    const sent = await send(client, await officer('masa'), petition, 'yonlendirme', { unit: 'AKB' })
    sent.assertStatus(303)
    sent.assertHeader('location', `/dosya/${petition.number}`)
    await petition.refresh()
    assert.equal(petition.stage, 'routed')
  })

  test('to an outside body, which concludes it', async ({ client, assert }) => {
    const petition = await received()
    const sent = await send(client, await officer('masa'), petition, 'gonderme', {
      unit: 'BEL',
      document_number: 'E-42/17',
      text: '',
    })
    sent.assertStatus(303)
    await petition.refresh()
    assert.equal(petition.outcome, 'forwarded')
    const card = await open(client, await officer('masa'), petition)
    card.assertTextIncludes('E-42/17')
  })
})

test.group('A routing that cannot be', (group) => {
  wrapped(group)

  test('charges the unit complained about: refused, with the note still there', async ({
    client,
    assert,
  }) => {
    const petition = await received({ kind: 'complaint', complainedUnit: await unit('EMN') })
    const page = await send(client, await officer('masa'), petition, 'yonlendirme', {
      unit: 'EMN',
      note: 'Gereği için gönderilmiştir.',
    })
    page.assertStatus(422)
    page.assertTextIncludes(says('routing.problems.unit.complained'))
    page.assertTextIncludes('Gereği için gönderilmiştir.')
    assert.lengthOf(await Referral.all(), 0)
  })

  test('names no unit', async ({ client }) => {
    const petition = await received()
    for (const unitCode of ['', 'YOK']) {
      const fields = { unit: unitCode, note: 'Kime?' }
      const page = await send(client, await officer('masa'), petition, 'yonlendirme', fields)
      page.assertStatus(422)
      page.assertTextIncludes(says('routing.problems.unit.required'))
      page.assertTextIncludes('Kime?')
    }
  })

  test('is the second of two officers’: told, and nothing written twice', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const first = await send(client, masa, petition, 'yonlendirme', { unit: 'TAR' })
    first.assertStatus(303)
    const second = await send(client, sef, petition, 'yonlendirme', { unit: 'ORM', note: 'Acele' })
    second.assertStatus(422)
    second.assertTextIncludes(says('routing.problems.version.changed'))
    const [referral, ...others] = await Referral.all()
    assert.equal(referral!.unitId, (await unit('TAR')).id)
    assert.isEmpty(others)
  })

  test('is a return without a reason', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const page = await send(client, await officer('tarim'), petition, 'iade', { suggested: 'ORM' })
    page.assertStatus(422)
    page.assertTextIncludes(says('routing.problems.reason.required'))
    assert.equal((await Petition.findOrFail(petition.id)).returns, 0)
  })

  test('is a third return', async ({ client, assert }) => {
    const petition = await received()
    const sef = await officer('sef')
    for (const [code, login] of [
      ['TAR', 'tarim'],
      ['ORM', 'orman'],
    ] as const) {
      await Referral.make(petition, await unit(code), sef)
      const referral = await Referral.currentOf(petition)
      await referral.giveBack(await officer(login), 'Bize ait değil.')
    }
    const masa = await officer('masa')
    const early = await send(client, masa, petition, 'yonlendirme', { unit: 'CSB' })
    early.assertStatus(422)
    early.assertTextIncludes(says('routing.problems.stage.chief'))

    const chosen = await send(client, sef, petition, 'yonlendirme', { unit: 'CSB' })
    chosen.assertStatus(303)
    await petition.refresh()
    const fields = { reason: 'Bize de ait değil.' }
    const third = await send(client, await officer('cevre'), petition, 'iade', fields)
    third.assertStatus(422)
    third.assertTextIncludes(says('routing.problems.stage.lastCharge'))
    third.assertTextIncludes('Bize de ait değil.')
    assert.equal((await Petition.findOrFail(petition.id)).returns, 2)
  })

  test('is tried by those who may not route', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    for (const login of ['tarim', 'kaymakam']) {
      const sent = await send(client, await officer(login), petition, 'yonlendirme', {
        unit: 'ORM',
      })
      sent.assertStatus(403)
    }
    const stranger = await send(client, await officer('orman'), petition, 'iade', { reason: 'Yok' })
    stranger.assertStatus(404)
    assert.equal((await Petition.findOrFail(petition.id)).version, petition.version)
  })
})

test.group('The queue', (group) => {
  wrapped(group)

  test('holds what waits at the desk, and by filter what the units have', async ({
    client,
    assert,
  }) => {
    const waiting = await received()
    const withUnit = await referredTo('TAR')
    const masa = await officer('masa')
    const queue = await client.get('/masa').loginAs(masa)
    queue.assertStatus(200)
    queue.assertTextIncludes(waiting.number)
    assert.notInclude(queue.text(), withUnit.number)

    const units = await client.get('/masa?filtre=withUnits').loginAs(masa)
    units.assertTextIncludes(withUnit.number)
    assert.notInclude(units.text(), waiting.number)
  })

  test('goes on, page by page, without losing or repeating one', async ({ client, assert }) => {
    const petitions = []
    for (let count = 0; count < 35; count++) petitions.push(await received())
    const masa = await officer('masa')
    const seen: string[] = []
    for (let address: string | null = '/masa'; address;) {
      const page: { text(): string } = await client.get(address).loginAs(masa)
      seen.push(...new Set([...page.text().matchAll(/\/dosya\/(\d{10})/g)].map(([, n]) => n!)))
      address = /href="(\/masa\?[^"]*sonra=[^"]*)"/.exec(page.text())?.[1] ?? null
      address = address?.replaceAll('&amp;', '&') ?? null
    }
    assert.sameMembers(
      seen,
      petitions.map(({ number }) => number)
    )
  })

  test('refreshes itself as a fragment of the same address', async ({ client, assert }) => {
    const petition = await received()
    const part = await client
      .get('/masa')
      .loginAs(await officer('masa'))
      .header('HX-Request-Type', 'partial')
    part.assertStatus(200)
    assert.include(part.header('vary'), 'HX-Request-Type')
    assert.notInclude(part.text(), '<html')
    part.assertTextIncludes(petition.number)
  })

  test('is the bureau’s alone', async ({ client }) => {
    for (const login of ['tarim', 'kaymakam', 'bilgiislem']) {
      const page = await client.get('/masa').loginAs(await officer(login))
      page.assertStatus(403)
    }
  })
})
