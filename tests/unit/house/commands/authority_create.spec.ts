import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Authority, Catalogue, Officer, siteAt } from '#organisation'
import { said, sittingThere } from '#tests/support/command_line'
import { withoutDistrict } from '#tests/support/databases/empty_district'

const PLACE = ['ornekova', 'Örnekova Kaymakamlığı', '--plate=10', '--district=Örnekova']
const HOUSE = [
  '--metropolitan',
  '--address=Hükümet Konağı',
  '--phone=0266 000 00 00',
  '--hours=8–17',
]
const PEOPLE = [
  ...['--chief=Deneme Kişi', '--login=Nöbetçi', '--approver=İkinci Kişi', '--approver-login=sef2'],
  ...['--it=Bilgi Kişi', '--it-login=bilgiislem', '--manager=Üst Kişi', '--manager-login=kaymakam'],
]
const CREATE = [...PLACE, ...HOUSE, ...PEOPLE]
const LOGINS = ['Nöbetçi', 'sef2', 'bilgiislem', 'kaymakam']

/** Everybody's password is typed, twice. */
function passwords(password: string, logins = LOGINS) {
  for (const login of logins) {
    ace.prompt.trap(`${login} password`).replyWith(password)
    ace.prompt.trap(`${login} password again`).replyWith(password)
  }
}

test.group('A new installation', (group) => {
  withoutDistrict(group)
  sittingThere(group)

  test('gets its authority, lists, rules and an office that can answer', async ({ assert }) => {
    passwords('uzun-bir-parola')
    const command = await ace.exec('authority:create', CREATE)
    assert.equal(command.exitCode, 0, said())
    const catalogue = await Catalogue.of((await Authority.firstOrFail()).id)
    assert.equal(catalogue.authority.name, 'Örnekova Kaymakamlığı')
    assert.equal(catalogue.bureau.kind, 'bureau')
    assert.isUndefined(catalogue.unitByCode('KHGB'), 'a metropolitan province has no such union')
    assert.equal(catalogue.promise.days, 7)
    const chief = await Officer.verifyCredentials('nobetci', 'uzun-bir-parola')
    assert.isTrue((await chief.loadRoles()).can('petition.refer'))
    const second = await Officer.verifyCredentials('sef2', 'uzun-bir-parola')
    assert.isTrue((await second.loadRoles()).can('answer.approve'))
    assert.equal(second.unitId, catalogue.bureau.id)
    const it = await Officer.verifyCredentials('bilgiislem', 'uzun-bir-parola')
    assert.isTrue((await it.loadRoles()).can('gateways.see'))
    const manager = await Officer.verifyCredentials('kaymakam', 'uzun-bir-parola')
    assert.isTrue((await manager.loadRoles()).can('figures.see'))
    assert.isFalse(Boolean(catalogue.authority.selfApproval))
  })

  test('is not set up twice, nor with a short password', async ({ assert }) => {
    passwords('kısa')
    assert.equal((await ace.exec('authority:create', CREATE)).exitCode, 1)
    assert.lengthOf(await db.from('authorities'), 0)
    assert.lengthOf(await db.from('officers'), 0)
    passwords('uzun-bir-parola')
    await ace.exec('authority:create', CREATE)
    assert.equal((await ace.exec('authority:create', CREATE)).exitCode, 1)
    assert.include(said(), 'short name “ornekova” already')
    assert.lengthOf(await db.from('authorities'), 1)
  })

  test('asks for everything that was not said', async ({ assert }) => {
    const answers = {
      ...{ code: 'ornekova', name: 'Örnekova Valiliği', plate: '09', district: '', address: '' },
      ...{ 'phone': '', 'hours': '', 'chief': 'Deneme Kişi', 'chief login': 'şube' },
      ...{ 'approver': 'İkinci Kişi', 'approver login': 'sef2', 'it': 'Bilgi Kişi' },
      ...{ 'it login': 'bilgiislem', 'manager': 'Üst Kişi', 'manager login': 'vali' },
    }
    for (const [name, answer] of Object.entries(answers)) ace.prompt.trap(name).replyWith(answer)
    ace.prompt.trap('metropolitan').accept()
    passwords('uzun-bir-parola', ['şube', 'sef2', 'bilgiislem', 'vali'])
    const command = await ace.exec('authority:create', [])
    assert.equal(command.exitCode, 0, said())
    assert.equal((await Authority.firstOrFail()).kind, 'province')
    assert.isNotNull(await Officer.findBy('login', 'sube'))
  })

  test('stands beside another authority, each at a host of its own where it has one', async ({
    assert,
  }) => {
    passwords('uzun-bir-parola')
    await ace.exec('authority:create', CREATE)
    const people = [
      ...['--chief=Komşu Kişi', '--login=sef.k', '--self-approval', '--it=Bilgi Kişi'],
      ...['--it-login=it.k', '--manager=Üst Kişi', '--manager-login=kaymakam.k'],
    ]
    const place = ['komsuova', 'Komşuova Kaymakamlığı', '--plate=10', '--district=Komşuova']
    const second = [...place, ...HOUSE, ...people]
    const enter = async (host: string) =>
      (await ace.exec('authority:create', [...second, `--host=${host}`])).exitCode
    assert.equal((await ace.exec('authority:host', ['ornekova', 'https://a.example'])).exitCode, 1)
    assert.equal((await ace.exec('authority:host', ['ornekova', 'Ornekova.Example'])).exitCode, 0)
    assert.equal(await enter('ornekova.example'), 1)
    assert.include(said(), 'The host “ornekova.example” is another authority’s')
    passwords('uzun-bir-parola', ['sef.k', 'it.k', 'kaymakam.k'])
    assert.equal(await enter('komsuova.example'), 0, said())
    assert.equal((await siteAt('komsuova.example', null)).authority?.name, 'Komşuova Kaymakamlığı')
    assert.equal((await ace.exec('authority:host', ['komsuova', 'ornekova.example'])).exitCode, 1)
    assert.equal((await ace.exec('authority:host', ['komsuova'])).exitCode, 1)
    assert.equal((await ace.exec('authority:host', ['komsuova', '--none'])).exitCode, 0)
    assert.isNull((await Authority.findByOrFail('code', 'komsuova')).host)
    assert.lengthOf(await db.from('changes').where({ thing: 'authority' }), 2)

    assert.equal((await ace.exec('officer:list', [])).exitCode, 1)
    assert.include(said(), 'one of: ornekova, komsuova')
    assert.equal((await ace.exec('officer:list', ['--authority=komsuova'])).exitCode, 0)
    const hired = ['tarim.k', 'Deneme Kişi', '--unit=TAR', '--roles=unitOfficer']
    passwords('uzun-bir-parola', ['tarim.k'])
    const officer = await ace.exec('officer:create', [...hired, '--authority=komsuova'])
    assert.equal(officer.exitCode, 0, said())
    const { authorityId } = await Officer.findByOrFail('login', 'tarim.k')
    assert.equal(authorityId, (await Authority.findByOrFail('code', 'komsuova')).id)
  })

  for (const first of ['governorate', 'district']) {
    test(`stands in the tree of its province when the ${first} comes first`, async ({ assert }) => {
      const people = (mark: string) => [
        ...['--chief=Deneme Kişi', `--login=sef.${mark}`, '--self-approval', '--it=Bilgi Kişi'],
        ...[`--it-login=it.${mark}`, '--manager=Üst Kişi', `--manager-login=ust.${mark}`],
      ]
      const enter = async (code: string, place: string[]) => {
        const logins = ['sef', 'it', 'ust'].map((login) => `${login}.${code}`)
        passwords('uzun-bir-parola', logins)
        const args = [code, 'Deneme', ...place, ...HOUSE, ...people(code)]
        assert.equal((await ace.exec('authority:create', args)).exitCode, 0, said())
      }
      const governorate = () => {
        ace.prompt.trap('district').replyWith('')
        return enter('ornekil', ['--plate=10'])
      }
      const district = () => enter('ornekova', ['--plate=10', '--district=Örnekova'])
      await (first === 'governorate' ? governorate() : district())
      await (first === 'governorate' ? district() : governorate())
      await enter('baskail', ['--plate=11', '--district=Başka'])
      const parents = await db.from('authorities').select('code', 'id', 'parent_id')
      const parentOf = (of: string) => parents.find(({ code }) => code === of).parent_id
      assert.equal(parentOf('ornekova'), parents.find(({ code }) => code === 'ornekil').id)
      assert.isNull(parentOf('ornekil'))
      assert.isNull(parentOf('baskail'))
    })
  }

  test('changes its short name, and takes none that the site’s own addresses have', async ({
    assert,
  }) => {
    passwords('uzun-bir-parola')
    await ace.exec('authority:create', CREATE)
    for (const code of ['basvuru', 'masa', 'yonetim', 'hata', 'en']) {
      assert.equal((await ace.exec('authority:code', ['ornekova', code])).exitCode, 1, code)
      assert.include(said(), `“${code}” is a word of the site’s own addresses`)
    }
    assert.equal((await ace.exec('authority:code', ['ornekova', 'Örnek'])).exitCode, 1)
    assert.equal((await ace.exec('authority:code', ['ornekova', 'ornek'])).exitCode, 0, said())
    assert.isNotNull(await Authority.findBy('code', 'ornek'))
    const [change] = await db.from('changes').where({ thing: 'authority' })
    assert.deepEqual(JSON.parse(change.fields), [{ field: 'code', was: 'ornekova', is: 'ornek' }])
  })

  test('wants a second person, unless people may approve their own', async ({ assert }) => {
    const alone = CREATE.filter((arg) => !arg.startsWith('--approver'))
    ace.prompt.trap('approver').replyWith('')
    ace.prompt.trap('approver login').replyWith('')
    assert.equal((await ace.exec('authority:create', alone)).exitCode, 1)
    assert.include(said(), '--self-approval')
    passwords('uzun-bir-parola', ['Nöbetçi', 'bilgiislem', 'kaymakam'])
    const command = await ace.exec('authority:create', [...alone, '--self-approval'])
    assert.equal(command.exitCode, 0, said())
    assert.isTrue(Boolean((await Authority.firstOrFail()).selfApproval))
    assert.lengthOf(await db.from('officers'), 3)
  })

  const WRONG: [string, string[], string][] = [
    ['a user name with a space', ['--login=ali veli'], 'no spaces'],
    ['a user name twice', ['--it-login=SEF2'], '“sef2” is somebody else’s'],
    ['a plate that no province has', ['--plate=82'], 'from 01 to 81'],
    ['a district that no column takes', [`--district=${'ö'.repeat(61)}`], 'at most 60'],
    ['nobody’s name', ['--chief=\u200b'], 'Type the full name'],
  ]
  for (const [what, args, sentence] of WRONG) {
    test(`says what is wrong with ${what}`, async ({ assert }) => {
      const names = args.map((arg) => arg.split('=')[0]!)
      const others = CREATE.filter((arg) => !names.includes(arg.split('=')[0]!))
      const command = await ace.exec('authority:create', [...others, ...args])
      assert.equal(command.exitCode, 1)
      assert.include(said(), sentence)
      assert.notMatch(said(), /insert into|\$scrypt|\n\s+at /)
      assert.lengthOf(await db.from('authorities'), 0)
    })
  }
})
