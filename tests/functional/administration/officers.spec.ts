import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Change } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { emptied, wrapped } from '#tests/support/database'
import { neighbour } from '#tests/support/databases/district'
import { newOfficer, officer } from '#tests/support/journey'
import { browser, chooseIn, found, OWN, sendAs, slipAt } from '#tests/support/officers'

const LIST = '/yonetim/gorevliler'
const NEWCOMER = {
  'name': 'İclal Işıklı',
  'userName': '',
  'unit': 'TAR',
  'role-unitOfficer': '1',
  'role-unitHead': '1',
  'email': 'iclal@edremit.example',
  'phone': '0266 000 00 00 dahili 12',
  'way': 'slip',
}
const of = ({ id }: { id: number }) => `${LIST}/${id}`

test.group('Entering an officer', (group) => {
  wrapped(group)

  test('gives a login made from the name, and a slip that opens once', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const sent = await sendAs(client, sef, LIST, NEWCOMER)
    sent.assertStatus(303)
    const { page, password } = await slipAt(client, sef, sent.header('location')!)
    page.assertHeader('cache-control', 'no-store')
    const who = await found('iclal.isikli')
    assert.sameMembers(who.roles, ['unitOfficer', 'unitHead'])
    assert.equal(who.email, NEWCOMER.email)

    const one = browser()
    const typed = { login: 'İCLAL.IŞIKLI', password: password.toUpperCase() }
    assert.equal((await one.post('/giris', typed)).status, 303)
    assert.equal((await one.get('/birim')).headers.location, '/hesap/parola')
    assert.equal((await chooseIn(one)).headers.location, '/birim')
    assert.equal((await one.get('/birim')).status, 200)

    const two = browser()
    assert.equal((await two.post('/giris', typed)).status, 422)
    const own = { login: 'iclal.isikli', password: OWN }
    assert.equal((await two.post('/giris', own)).status, 303)
    one.close()
    two.close()
  })

  test('lets a slip open once, also before another password was chosen, and for 72 hours', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const sent = await sendAs(client, sef, LIST, NEWCOMER)
    const { password } = await slipAt(client, sef, sent.header('location')!)
    const typed = { login: 'iclal.isikli', password }
    const late = { expires_at: '2026-01-01 00:00:00' }
    const slips = db.from('password_slips')
    const [{ expires_at: until }] = await slips.clone().select('expires_at')
    await slips.clone().update(late)
    const tooLate = await client.post('/giris').redirects(0).form(typed)
    tooLate.assertStatus(422)
    tooLate.assertTextIncludes(says('organisation.problems.login.slip'))
    await slips.clone().update({ expires_at: until })
    ;(await client.post('/giris').redirects(0).form(typed)).assertStatus(303)
    const again = await client.post('/giris').redirects(0).form(typed)
    again.assertTextIncludes(says('organisation.problems.login.slip'))
    assert.isNotNull((await slips.clone().firstOrFail()).used_at)
  })

  test('shows a slip to whoever made it alone', async ({ client }) => {
    const sef = await officer('sef')
    const sent = await sendAs(client, sef, LIST, NEWCOMER)
    const address = sent.header('location')!
    ;(await client.get(address).loginAs(await officer('bilgiislem'))).assertStatus(410)
    ;(await client.get(address).loginAs(sef)).assertStatus(200)
  })

  test('keeps who did it, and no password', async ({ client, assert }) => {
    const sef = await officer('sef')
    const sent = await sendAs(client, sef, LIST, NEWCOMER)
    const { password } = await slipAt(client, sef, sent.header('location')!)
    const rows = await Change.query().where('thing', 'officer').preload('officer')
    assert.deepEqual(
      rows.map(({ sort, officer: by }) => [sort, by.name]),
      [['added', sef.name]]
    )
    const all = JSON.stringify(await db.from('changes'))
    assert.notInclude(all, password)
    assert.notInclude(all, password.replaceAll('-', ''))
    assert.notInclude(all, NEWCOMER.email)
  })

  test('names a login that is free, and loses nothing', async ({ client, assert }) => {
    const sef = await officer('sef')
    const taken = await sendAs(client, sef, LIST, { ...NEWCOMER, userName: 'MASA', version: '0' })
    taken.assertStatus(422)
    taken.assertTextIncludes('masa2')
    taken.assertTextIncludes('value="MASA"')
    assert.match(taken.text(), /name="role-unitHead"[^>]*checked/)
    assert.notMatch(taken.text(), /name="role-manager"[^>]*checked/)
  })

  test('refuses what cannot be, each in a sentence', async ({ client, assert }) => {
    const sef = await officer('sef')
    const wrong: [Record<string, string>, string][] = [
      [{ name: '' }, 'name.required'],
      [{ userName: 'iki kelime' }, 'userName.letters'],
      [{ unit: '' }, 'roles.at_internal'],
      [{ 'role-bureauChief': '1' }, 'roles.at_bureau'],
      [{ 'role-unitOfficer': '', 'role-unitHead': '' }, 'roles.required'],
      [{ way: 'link' }, 'way.noMail'],
      [{ phone: 'yok' }, 'phone.office'],
      [{ email: 'a b@c.example' }, 'email.space'],
    ]
    for (const [change, rule] of wrong) {
      const answer = await sendAs(client, sef, LIST, { ...NEWCOMER, ...change })
      answer.assertStatus(422)
      answer.assertTextIncludes(says(`administration.problems.${rule}`))
    }
    assert.isNull(await db.from('officers').where('name', NEWCOMER.name).first())
  })
})

test.group('Who names whom', (group) => {
  wrapped(group)

  test('the machine room lets somebody in, and gives nobody a role that sees petitions', async ({
    client,
    assert,
  }) => {
    const it = await officer('bilgiislem')
    const form = (await client.get(`${LIST}/yeni`).loginAs(it)).text()
    assert.notInclude(form, 'role-unitOfficer')
    assert.include(form, 'role-auditor')
    const forged = await sendAs(client, it, LIST, NEWCOMER)
    forged.assertStatus(422)
    forged.assertTextIncludes(says('administration.problems.roles.appoint'))
    const none = { ...NEWCOMER, 'role-unitOfficer': '', 'role-unitHead': '' }
    ;(await sendAs(client, it, LIST, none)).assertStatus(303)
    const who = await found('iclal.isikli')
    assert.isEmpty(who.roles)
    const grown = { ...about(who), 'role-unitOfficer': '1' }
    ;(await sendAs(client, it, `${of(who)}/duzenle`, grown)).assertStatus(422)
    ;(await sendAs(client, await officer('sef'), `${of(who)}/duzenle`, grown)).assertStatus(303)
    assert.deepEqual((await found('iclal.isikli')).roles, ['unitOfficer'])
  })

  test('the machine room moves nobody who sees petitions, and takes nothing from them', async ({
    client,
    assert,
  }) => {
    const it = await officer('bilgiislem')
    const tarim = await found('tarim')
    const moved = { ...about(tarim), unit: 'ORM' }
    ;(await sendAs(client, it, `${of(tarim)}/duzenle`, moved)).assertStatus(422)
    const kept = { ...about(tarim), name: 'Emine Fidanlık Öz' }
    ;(await sendAs(client, it, `${of(tarim)}/duzenle`, kept)).assertStatus(303)
    const now = await found('tarim')
    assert.deepEqual([now.name, now.roles, now.unitId], [kept.name, tarim.roles, tarim.unitId])
    assert.equal(now.foldedName, 'emine fidanlik oz')
  })

  test('nobody raises themselves', async ({ client, assert }) => {
    for (const [login, role] of [
      ['bilgiislem', 'auditor'],
      ['sef', 'manager'],
      ['kaymakam', 'it'],
    ] as const) {
      const who = await found(login)
      const grown = { ...about(who), [`role-${role}`]: '1' }
      const refused = await sendAs(client, who, `${of(who)}/duzenle`, grown)
      refused.assertStatus(422)
      refused.assertTextIncludes(says('administration.problems.roles.own'))
      assert.deepEqual((await found(login)).roles, who.roles)
    }
  })

  test('nobody takes the last chief, the last of the machine room, or lets them leave', async ({
    client,
    assert,
  }) => {
    const kaymakam = await officer('kaymakam')
    const sef = await found('sef')
    const buro = await found('buro')
    const asOfficer = { 'unit': 'AKB', 'role-bureauOfficer': '1' }
    const take = (who: typeof sef) =>
      sendAs(client, kaymakam, `${of(who)}/duzenle`, { ...about(who), ...asOfficer })
    ;(await take(buro)).assertStatus(303)
    const last = await take(sef)
    last.assertStatus(422)
    last.assertTextIncludes(says('administration.problems.roles.last_bureauChief'))
    const day = { version: '1', day: today().toISODate()!, heir: '' }
    for (const [who, rule] of [
      [sef, 'last_bureauChief'],
      [await found('bilgiislem'), 'last_it'],
    ] as const) {
      const leaves = await sendAs(client, kaymakam, `${of(who)}/ayrilis`, day)
      leaves.assertStatus(422)
      leaves.assertTextIncludes(says(`administration.problems.roles.${rule}`))
      assert.isNull((await found(who.login)).leftOn)
    }
  })

  test('of two at once the second is told, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const tarim = await found('tarim')
    const form = { ...about(tarim), 'unit': 'TAR', 'role-unitOfficer': '1' }
    const first = { ...form, name: 'Birinci Ad' }
    const path = `${of(tarim)}/duzenle`
    ;(await sendAs(client, await officer('kaymakam'), path, first)).assertStatus(303)
    const second = await sendAs(client, await officer('sef'), path, { ...form, name: 'İkinci Ad' })
    second.assertStatus(409)
    second.assertTextIncludes('value="İkinci Ad"')
    second.assertTextIncludes('Birinci Ad')
    second.assertTextIncludes('name="version" value="2"')
    assert.equal((await found('tarim')).name, 'Birinci Ad')
    const again = { ...form, name: 'İkinci Ad', version: '2' }
    ;(await sendAs(client, await officer('sef'), path, again)).assertStatus(303)
    assert.equal((await found('tarim')).name, 'İkinci Ad')
  })

  test('nobody of another authority is found', async ({ client }) => {
    const other = await newOfficer('komsu.biri', null, [])
    await db
      .from('officers')
      .where('id', other.id)
      .update({ authority_id: await neighbour() })
    const sef = await officer('sef')
    for (const path of ['', '/duzenle', '/ayrilis']) {
      ;(await client.get(of(other) + path).loginAs(sef)).assertStatus(404)
    }
    for (const path of ['/duzenle', '/parola', '/kilit', '/oturumlar', '/ayrilis', '/donus']) {
      ;(await sendAs(client, sef, of(other) + path)).assertStatus(404)
    }
  })
})

/** The fields that stand in somebody's form. */
function about({ name, version }: { name: string; version: number }) {
  return { name, email: '', phone: '', version: String(version) }
}

test.group('The list of officers', (group) => {
  wrapped(group)

  test('finds people with Turkish letters and without', async ({ client, assert }) => {
    const sef = await officer('sef')
    for (const words of ['güreören', 'GUREOREN', 'rasim gür', 'tarim.amir', 'RASİM']) {
      const page = await client.get(LIST).qs({ ara: words }).loginAs(sef)
      assert.include(page.text(), 'Rasim Güreören', words)
      assert.notInclude(page.text(), 'Emine Fidanlık', words)
    }
    const unit = await client.get(LIST).qs({ birim: 'TAR' }).loginAs(sef)
    assert.include(unit.text(), 'Emine Fidanlık')
    assert.notInclude(unit.text(), 'Ozan Kanalcı')
  })

  test('has a way on, in the order of the names, however many there are', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const rows = Array.from({ length: 450 }, (_, nth) => {
      const login = `zz${String(nth).padStart(3, '0')}`
      return {
        authority_id: sef.authorityId,
        login,
        name: login,
        folded_name: login,
        password: '-',
      }
    })
    for (let at = 0; at < rows.length; at += 150) {
      await db.table('officers').multiInsert(rows.slice(at, at + 150))
    }
    const seen: string[] = []
    let path: string | undefined = `${LIST}?ara=zz`
    for (let pages = 0; path && pages < 30; pages++) {
      const page: string = (await client.get(path).loginAs(sef)).text()
      seen.push(
        ...[...page.matchAll(/rows__link[^"]*" id="g\d+" href="[^"]+">(zz\d+)</g)].map(
          ([, one]) => one!
        )
      )
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.deepEqual(
      seen,
      rows.map(({ login }) => login)
    )
    const rare = (await client.get(`${LIST}?ara=zz449`).loginAs(sef)).text()
    assert.include(rare, 'rel="next"', 'ends short, and offers the way on')
  })
})

test.group('Officers, with transactions of their own', (group) => {
  emptied(group)

  test('are entered, kept and left, and of two who take each other’s last role one is refused', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    ;(await sendAs(client, sef, LIST, NEWCOMER)).assertStatus(303)
    const taken = { ...NEWCOMER, userName: 'iclal.isikli' }
    ;(await sendAs(client, sef, LIST, taken)).assertTextIncludes('iclal.isikli2')
    const who = await found('iclal.isikli')
    const other = { ...about(who), 'unit': 'ORM', 'role-unitHead': '1' }
    ;(await sendAs(client, sef, `${of(who)}/duzenle`, other)).assertStatus(303)
    const leaves = { version: '2', day: today().toISODate()!, heir: '' }
    ;(await sendAs(client, sef, `${of(who)}/ayrilis`, leaves)).assertStatus(303)

    const buro = await found('buro')
    const taking = (by: typeof sef, from: typeof sef) =>
      sendAs(client, by, `${of(from)}/duzenle`, {
        ...about(from),
        'unit': 'AKB',
        'role-bureauOfficer': '1',
      })
    const both = await Promise.all([taking(sef, buro), taking(buro, sef)])
    const statuses = both.map((answer) => answer.status()).sort()
    assert.equal(statuses[0], 303)
    // The second one was a chief no more, or the last.
    assert.oneOf(statuses[1], [403, 409, 422])
    const chiefs = [await found('sef'), await found('buro')]
    assert.lengthOf(
      chiefs.filter(({ roles }) => roles.includes('bureauChief')),
      1
    )
  })
})
