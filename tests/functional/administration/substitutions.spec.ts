import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue, Change, nameSubstitute, Substitution } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { newOfficer, officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { openedIn, standsInFor } from '#tests/support/standing_in'

const LIST = '/yonetim/vekalet'
const OWN = '/hesap/vekil'
const day = (days: number) => today().plus({ days }).toISODate()!
const LATER = { firstDay: day(10), lastDay: day(12) }
const DAYS = { firstDay: day(1), lastDay: day(3) }

test.group('Naming a substitute', (group) => {
  wrapped(group)
  group.each.setup(() => () => Catalogue.forget())

  test('is done by the chief, by login or by name, and leaves a change', async ({
    client,
    assert,
  }) => {
    const [sef, head, tarim] = [
      await officer('sef'),
      await officer('tarim.amir'),
      await officer('tarim'),
    ]
    const form = { absent: 'TARIM.AMİR', substitute: tarim.name.toLocaleUpperCase('tr'), ...DAYS }
    ;(await sendAs(client, sef, LIST, form)).assertStatus(303)
    const row = await Substitution.firstOrFail()
    assert.deepEqual([row.officerId, row.substituteId, row.namedBy], [head.id, tarim.id, sef.id])
    assert.deepEqual([row.firstDay.toISODate(), row.lastDay.toISODate()], [day(1), day(3)])
    const list = await client.get(LIST).loginAs(sef)
    for (const words of [head.name, tarim.name, says('organisation.substitutes.state.coming')]) {
      list.assertTextIncludes(words)
    }
    const page = await client.get(`${LIST}/${row.id}`).loginAs(sef)
    page.assertTextIncludes(`${head.name} – ${tarim.name}`)
    const change = await Change.findByOrFail('thing', 'substitution')
    assert.deepEqual([change.sort, change.officerId], ['added', sef.id])
    ;(await client.get('/yonetim/degisiklikler?ne=substitution').loginAs(sef)).assertStatus(200)
  })

  test('is done by officers for themselves, on their own page', async ({ client, assert }) => {
    const [wood, tarim] = [await officer('orman'), await officer('tarim')]
    const account = await client.get('/hesap').loginAs(wood)
    account.assertTextIncludes(`href="${OWN}"`)
    const form = { substitute: 'tarim', ...DAYS, absent: 'sef' }
    ;(await sendAs(client, wood, OWN, form)).assertStatus(303)
    const row = await Substitution.firstOrFail()
    assert.deepEqual([row.officerId, row.substituteId], [wood.id, tarim.id])
    ;(await client.get(OWN).loginAs(wood)).assertTextIncludes(tarim.name)
    const other = await officer('masa')
    const end = `${OWN}/${row.id}/bitir`
    ;(await sendAs(client, other, end, { version: '1' })).assertStatus(404)
    ;(await sendAs(client, wood, end, { version: '7' })).assertStatus(409)
    ;(await sendAs(client, wood, end, { version: '1' })).assertStatus(303)
    await row.refresh()
    assert.deepEqual([row.endedBy, row.state], [wood.id, 'ended'])
    ;(await sendAs(client, wood, end, { version: '2' })).assertStatus(303)
    assert.equal((await Change.query().where('sort', 'closed')).length, 1, 'ended once')
  })

  test('is ended by the chief, once', async ({ client, assert }) => {
    const [sef, manager] = [await officer('sef'), await officer('kaymakam')]
    const place = await standsInFor(await officer('orman'), await officer('tarim'))
    const end = `${LIST}/${place.id}/bitir`
    ;(await sendAs(client, manager, end, { version: '1' })).assertStatus(303)
    ;(await sendAs(client, sef, end, { version: '1' })).assertStatus(303)
    await place.refresh()
    assert.deepEqual([place.endedBy, place.version], [manager.id, 2])
    const page = await client.get(`${LIST}/${place.id}`).loginAs(sef)
    assert.notInclude(page.text(), '/bitir')
    ;(await sendAs(client, sef, `${LIST}/999999/bitir`, { version: '1' })).assertStatus(404)
  })

  test('says what is wrong, and keeps what was typed', async ({ client, assert }) => {
    const sef = await officer('sef')
    await newOfficer('gorevsiz', 'TAR', [])
    for (const login of ['ayni', 'ayni2']) {
      await newOfficer(login, 'TAR', ['unitOfficer'])
      await db.from('officers').where('login', login).update({ folded_name: 'ayni kisi' })
    }
    const left = await newOfficer('gitti', 'TAR', ['unitOfficer'])
    await db
      .from('officers')
      .where('id', left.id)
      .update({ left_on: day(3) })
    const good = { absent: 'tarim.amir', substitute: 'tarim', ...DAYS }
    for (const [typed, problem] of [
      [{ absent: '' }, 'absent.required'],
      [{ absent: 'hiç kimse' }, 'absent.nobody'],
      [{ absent: 'gitti' }, 'absent.left'],
      [{ absent: 'gorevsiz' }, 'absent.noRoles'],
      [{ substitute: '' }, 'substitute.required'],
      [{ substitute: 'gitti' }, 'substitute.left'],
      [{ substitute: 'tarim.amir' }, 'substitute.same'],
      [{ substitute: 'sef' }, 'substitute.own'],
      [{ firstDay: '' }, 'firstDay.required'],
      [{ firstDay: 'yarın' }, 'firstDay.format'],
      [{ firstDay: day(-1) }, 'firstDay.past'],
      [{ firstDay: day(400), lastDay: day(401) }, 'firstDay.ahead'],
      [{ lastDay: '' }, 'lastDay.required'],
      [{ firstDay: day(2), lastDay: day(1) }, 'lastDay.before'],
    ] as const) {
      const sent = await sendAs(client, sef, LIST, { ...good, ...typed })
      sent.assertStatus(422)
      sent.assertTextIncludes(says(`administration.problems.${problem}`))
      sent.assertTextIncludes('value="tarim')
    }
    const several = await sendAs(client, sef, LIST, { ...good, substitute: 'Aynı Kişi' })
    several.assertTextIncludes('ayni, ayni2')
    const long = await sendAs(client, sef, LIST, { ...good, lastDay: day(400) })
    long.assertTextIncludes('366')
    assert.lengthOf(await Substitution.all(), 0)
  })

  test('is for one at a time, and for nobody who is away', async ({ client, assert }) => {
    const [sef, head] = [await officer('sef'), await officer('tarim.amir')]
    await standsInFor(await officer('tarim'), head)
    const again = { absent: 'tarim.amir', substitute: 'orman', firstDay: day(1), lastDay: day(9) }
    const twice = await sendAs(client, sef, LIST, again)
    twice.assertStatus(422)
    twice.assertTextIncludes(says('administration.problems.firstDay.taken'))
    const chain = { absent: 'orman', substitute: 'tarim.amir', firstDay: day(0), lastDay: day(0) }
    const away = await sendAs(client, sef, LIST, chain)
    away.assertTextIncludes(says('administration.problems.substitute.away'))
    const later = { ...again, firstDay: day(2) }
    ;(await sendAs(client, sef, LIST, later)).assertStatus(303)
    assert.lengthOf(await Substitution.all(), 2)
  })

  test('lets nobody see petitions whom the chief did not let', async ({ client, assert }) => {
    const [wood, it, sef] = [
      await officer('orman'),
      await officer('bilgiislem'),
      await officer('sef'),
    ]
    const own = await sendAs(client, wood, OWN, { substitute: 'bilgiislem', ...DAYS })
    own.assertStatus(422)
    own.assertTextIncludes(says('organisation.problems.substitute.appoint'))
    const form = { absent: 'orman', substitute: 'bilgiislem', ...DAYS }
    ;(await sendAs(client, it, LIST, form)).assertStatus(403)
    ;(await sendAs(client, it, OWN, { ...LATER, substitute: 'tarim' })).assertStatus(303)
    ;(await sendAs(client, sef, LIST, form)).assertStatus(303)
    assert.lengthOf(await Substitution.all(), 2)
  })

  test('is no way to raise oneself in a chief’s place', async ({ client, assert }) => {
    const [wood, sef, manager] = [
      await officer('orman'),
      await officer('sef'),
      await officer('kaymakam'),
    ]
    const place = await standsInFor(wood, sef, manager)
    ;(await openedIn(client, wood, place, LIST)).assertStatus(200)
    const own = { absent: 'tarim.amir', substitute: 'orman', ...DAYS }
    const sent = await client
      .post(LIST)
      .loginAs(wood)
      .withSession({ standsIn: place.id })
      .withCsrfToken()
      .redirects(0)
      .form(own)
    sent.assertStatus(422)
    sent.assertTextIncludes(says('administration.problems.substitute.own'))
    const other = await client
      .post(LIST)
      .loginAs(wood)
      .withSession({ standsIn: place.id })
      .withCsrfToken()
      .redirects(0)
      .form({ ...own, substitute: 'tarim' })
    other.assertStatus(303)
    const change = await Change.query().orderBy('id', 'desc').firstOrFail()
    assert.deepEqual([change.officerId, change.actedFor], [wood.id, sef.id])
    const changes = await client.get('/yonetim/degisiklikler').loginAs(sef)
    changes.assertTextIncludes(`${sef.name} adına vekâleten ${wood.name}`)
  })

  test('is refused across authorities', async ({ client, assert }) => {
    const { burhaniye } = await province()
    const clerk = await person(burhaniye, 'burhaniye.buro', 'AKB', ['bureauChief'])
    const form = { absent: 'tarim', substitute: clerk.login, ...DAYS }
    const sent = await sendAs(client, await officer('sef'), LIST, form)
    sent.assertTextIncludes(says('administration.problems.substitute.nobody'))
    const days = { firstDay: today(), lastDay: today() }
    const naming = { absent: await officer('tarim'), substitute: clerk, ...days }
    const sef = await officer('sef')
    await assert.rejects(() => nameSubstitute(naming, sef))
    const place = await standsInFor(await officer('orman'), await officer('tarim'))
    ;(await client.get(`${LIST}/${place.id}`).loginAs(clerk)).assertStatus(404)
  })
})
