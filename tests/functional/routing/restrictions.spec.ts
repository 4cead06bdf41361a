import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { Petition } from '#intake'
import { Referral } from '#routing'
import db from '@adonisjs/lucid/services/db'
import { hiddenFields } from '#database/demo/day/visitor'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { statementsOf } from '#tests/support/databases/statements'

test.group('A restricted petition', (group) => {
  wrapped(group)

  test('is seen by those in charge and the chief; the history says who wanted it', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const sent = await send(client, masa, petition, 'kisit', { why: 'Başvuran tehdit ediliyor.' })
    sent.assertStatus(303)
    sent.assertHeader('location', '/masa')
    ;(await open(client, masa, petition)).assertStatus(404)
    ;(await open(client, await officer('kaymakam'), petition)).assertStatus(404)
    for (const login of ['tarim', 'tarim.amir', 'sef']) {
      const card = await open(client, await officer(login), petition)
      card.assertStatus(200)
      card.assertTextIncludes(says('response.card.restricted'))
      card.assertTextIncludes('Başvuran tehdit ediliyor.')
    }
    const step = await db.from('steps').where({ petition_id: petition.id, kind: 'restricted' })
    assert.deepEqual(
      step.map((one) => one.officer_id),
      [masa.id]
    )

    await petition.refresh()
    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    ;(await open(client, tarim, petition)).assertStatus(404)
    ;(await open(client, masa, petition)).assertStatus(200)
  })

  test('is an ordinary one again when the restriction is lifted', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const sef = await officer('sef')
    await send(client, sef, petition, 'kisit', { why: 'Sağlık bilgisi var.' })
    await petition.refresh()
    assert.isTrue(petition.isRestricted)
    const lifted = await send(client, sef, petition, 'kisit/kaldir', { why: 'Bilgi genel.' })
    lifted.assertStatus(303)
    ;(await open(client, await officer('masa'), petition)).assertStatus(200)
    const kinds = await db.from('steps').where('petition_id', petition.id).orderBy('position')
    assert.includeMembers(
      kinds.map(({ kind }) => kind),
      ['restricted', 'restrictionLifted']
    )
  })

  test('wants a reason, and keeps to whoever may', async ({ client }) => {
    const petition = await referredTo('TAR')
    const silent = await send(client, await officer('sef'), petition, 'kisit')
    silent.assertStatus(422)
    silent.assertTextIncludes(says('routing.problems.why.required'))
    const unitOfficer = await send(client, await officer('tarim'), petition, 'kisit', { why: 'x' })
    unitOfficer.assertStatus(403)
  })

  test('is what comes in under a sensitive subject, by a step of its own', async ({ assert }) => {
    const catalogue = await district()
    const about = (code: string) => ({ subject: catalogue.subjectByCode(code)! })
    await received(about('sosyal.gida'))
    const { statements, result } = await statementsOf(() => received(about('sosyal.kadin-aile')))
    assert.isTrue(result.isRestricted)
    assert.equal(result.position, 2)
    const ordinary = await statementsOf(() => received(about('sosyal.gida')))
    assert.equal(statements.length, ordinary.statements.length + 1)
    assert.isFalse(ordinary.result.isRestricted)
    const again = await Petition.findOrFail(result.id)
    await Referral.make(again, await unit('ASH'), await officer('masa'))
    assert.equal(again.circle, 'unit')
  })
})

test.group('A complaint about the bureau', (group) => {
  wrapped(group)

  test('can be made on the web, and waits for a manager, who refers it', async ({
    client,
    assert,
  }) => {
    const form = await client.get('/basvuru')
    assert.match(form.text(), /<option value="AKB">/)
    const { token } = hiddenFields(form.text(), '/basvuru')
    const typed = { text: 'Bürodaki görevli beni dinlemedi.', name: 'Ayşe Deneme' }
    const rest = { noNationalId: '1', address: 'Zeytinli', complained: 'AKB', kind: 'complaint' }
    const sent = await client
      .post('/basvuru')
      .redirects(0)
      .form({ ...typed, ...rest, token: token! })
    sent.assertStatus(303)
    const petition = await Petition.query().orderBy('id', 'desc').firstOrFail()

    const kaymakam = await officer('kaymakam')
    const figures = await client.get('/izleme').loginAs(kaymakam)
    figures.assertTextIncludes('/kayit?durum=aboutBureau')
    const list = await client.get('/kayit?durum=aboutBureau').loginAs(kaymakam)
    list.assertTextIncludes(`/dosya/${petition.number}`)
    list.assertTextIncludes('Edremit Kaymakamlığı')

    const referred = await send(client, kaymakam, petition, 'yonlendirme', { unit: 'YAZ' })
    referred.assertStatus(303)
    referred.assertHeader('location', `/dosya/${petition.number}`)
    const after = await client.get('/kayit?durum=aboutBureau').loginAs(kaymakam)
    assert.notInclude(after.text(), petition.number)
    ;(await open(client, await officer('yazi'), petition)).assertStatus(200)
    ;(await open(client, await officer('sef'), petition)).assertStatus(404)
  })

  test('is written down at the desk, and not seen by who wrote it', async ({ client, assert }) => {
    const masa = await officer('masa')
    const form = await client.get('/masa/yeni').loginAs(masa)
    const { token } = hiddenFields(form.text(), '/masa/yeni')
    const sent = await client
      .post('/masa/yeni')
      .loginAs(masa)
      .withCsrfToken()
      .redirects(0)
      .form({ text: 'Büro beni bekletti.', complained: 'AKB', token: token! })
    sent.assertStatus(303)
    const receipt = await client.get(sent.header('location')!).loginAs(masa)
    receipt.assertStatus(200)
    const petition = await Petition.query().orderBy('id', 'desc').firstOrFail()
    receipt.assertTextIncludes(petition.number)
    assert.notInclude(receipt.text(), `/dosya/${petition.number}`)
    ;(await open(client, masa, petition)).assertStatus(404)
  })

  test('is not lost where nobody is a manager: the chief and IT are told, and it waits', async ({
    client,
    assert,
  }) => {
    await db.from('officer_roles').where('role', 'manager').delete()
    Catalogue.forget()
    const petition = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const told = says('organisation.noManager')
    for (const [login, path] of [
      ['sef', '/masa'],
      ['bilgiislem', '/gecitler'],
    ] as const) {
      const page = await client.get(path).loginAs(await officer(login))
      page.assertTextIncludes(told)
      assert.notInclude(page.text(), petition.number)
    }
    const { id } = await officer('kaymakam')
    await db.table('officer_roles').insert({ officer_id: id, role: 'manager' })
    Catalogue.forget()
    const list = await client.get('/kayit?durum=aboutBureau').loginAs(await officer('kaymakam'))
    list.assertTextIncludes(petition.number)
    const queue = await client.get('/masa').loginAs(await officer('sef'))
    assert.notInclude(queue.text(), told)
  }).teardown(() => Catalogue.forget())

  test('says to its petitioner that it is with the authority’s head, not with the bureau', async ({
    client,
  }) => {
    const about = details({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const { petition, secret } = await Petition.receive(about)
    const typed = { number: petition.number, secret: secret.text }
    const page = await client.post('/sorgula').form(typed)
    page.assertStatus(200)
    page.assertTextIncludes('Başvurunuz şu birimde: Edremit Kaymakamlığı')
  })
})
