import { test } from '@japa/runner'
import env from '#start/env'
import { Visitor } from '#database/demo/day/visitor'
import { fromNothing } from '#tests/support/database'
import { OWN } from '#tests/support/officers'
import { House } from '#tests/support/programs/house'
import { saidToTerminal } from '#tests/support/programs/said_to_terminal'
import { linksIn } from '#tests/support/walks/forms'
import { windows1254 } from '#tests/support/windows1254'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const ADMINISTRATOR = { login: 'yonetici', password: 'dağ keçisi kayadan kayaya' }
const TEXT = 'İl yolundaki köprü çöktü, köyümüze geçilmiyor.'
const WHY = 'Köprü il yolundadır; işi Valilik yapar.'
const ANSWER = 'Köprü onarıldı, yol bugün açıldı.'
const PHONE = '0500 000 12 34'

/** Whoever begins to work, as a list of officers has them. */
const OFFICERS = 'Kullanıcı adı;Ad soyad;Birim;Görevler;E-posta;Telefon'
const GOVERNORATES = [
  'masa.il;Işıl Çağlayan;AKB;Açık Kapı görevlisi;;',
  'vali;Şükrü Dağlı;;Üst yönetici;;',
  'tarim.il;Gülşah Ünsöz;TAR;Birim görevlisi;;0266 000 00 00 dahili 12',
  'tarim.amir.il;İsmail Öğüt;TAR;Birim amiri;;',
]

test.group('A governorate moves in', (group) => {
  fromNothing(group)
  group.each.timeout(240_000)

  test('with all its districts, by the pages alone, and answers what a district hands over', async ({
    assert,
    cleanup,
  }) => {
    env.set('APP_URL', BASE)
    const house = await House.open()
    const people: Visitor[] = []
    cleanup(async () => {
      env.set('APP_URL', '')
      for (const one of people) one.leave()
      await house.close()
    })
    const arrives = (login: string, password: string) =>
      Visitor.signedIn(BASE, login, password).then((one) => (people.push(one), one))

    await setUp()
    const chief = await arrives(ADMINISTRATOR.login, ADMINISTRATOR.password)
    const shared = (await new Visitor(BASE).open('/')).body
    const codes = codesOn(shared)
    assert.lengthOf(codes, 21)

    // All chiefs of all districts out of one file, beside those who work at the governorate itself.
    const districts = codes.filter((code) => code !== 'balikesir')
    const chiefs = districts.map(
      (code, at) =>
        `sef.${code};Çığır Şef ${at};AKB;Açık Kapı sorumlusu, Bilgi işlem;;0500 000 00 ${10 + at};${code}`
    )
    const lines = [`${OFFICERS};Makam`, ...GOVERNORATES.map((line) => `${line};`), ...chiefs]
    const path = await imported(chief, lines)
    const preview = (await chief.open(path)).body
    assert.include(preview, '24 yeni kayıt')
    assert.include(preview, 'Işıl Çağlayan')
    await chief.fillIn(path, path, {})

    /** From the list to the slip, on to the first sign-in and a password of one's own. */
    const begins = async (login: string, name: string, office = '') => {
      const list = `/yonetim/gorevliler?ara=${encodeURIComponent(name)}${office && `&makam=${office}`}`
      const [, page] = new RegExp(`href="([^"]*/\\d+)">${name}<`).exec(
        (await chief.open(list)).body
      )!
      const handed = await chief.fillIn(page!, `${page}/parola`, { way: 'slip' })
      const slip = (await chief.open(handed.headers.location!)).body
      assert.include(slip, `${new URL(BASE).host}/giris`)
      const [, first] = /slip__password">([^<]+)</.exec(slip)!
      const one = await arrives(login, first!)
      const chosen = { newPassword: OWN, againPassword: OWN }
      await one.fillIn('/hesap/parola', '/hesap/parola', chosen)
      return one
    }
    const waiting = linksIn((await chief.open('/yonetim/gorevliler')).body)
    for (const code of districts) assert.include(waiting, `/yonetim/gorevliler?makam=${code}`)
    const at = districts.indexOf('edremit')
    const edremit = await begins('sef.edremit', `Çığır Şef ${at}`, 'edremit')
    const farm = await begins('tarim.il', 'Gülşah Ünsöz')
    const head = await begins('tarim.amir.il', 'İsmail Öğüt')
    const vali = await begins('vali', 'Şükrü Dağlı')

    // From now on Edremit keeps itself, and is kept by nobody above.
    const left = linksIn((await chief.open('/yonetim/gorevliler')).body)
    assert.notInclude(left, '/yonetim/gorevliler?makam=edremit')
    assert.include(left, '/yonetim/gorevliler?makam=ayvalik')
    const own = await imported(edremit, [
      OFFICERS,
      'masa.edremit;Aslı Öz;AKB;Açık Kapı görevlisi;;',
    ])
    await edremit.fillIn(own, own, {})
    assert.include((await edremit.open('/yonetim/gorevliler')).body, 'Aslı Öz')

    const citizen = new Visitor(BASE)
    people.push(citizen)
    assert.include(linksIn((await citizen.open('/edremit')).body), '/edremit/basvuru')
    const sent = await citizen.fillIn('/edremit/basvuru', '/edremit/basvuru', {
      ...{ text: TEXT, kind: 'request', subject: '', place: 'Zeytinli' },
      ...{ name: 'Ayşe Deneme', nationalId: '12345678950', phone: PHONE },
    })
    const receipt = (await citizen.open(sent.headers.location!)).body
    const [, number] = /data-number="(\d{10})"/.exec(receipt)!
    const [, secret] = /data-secret="([A-Z0-9]{6})"/.exec(receipt)!
    const [told] = await house.texts(PHONE, 1)
    assert.include(told, number!.slice(6))

    const card = `/dosya/${number}`
    assert.include(linksIn((await edremit.open('/masa')).body).join(' '), card)
    await edremit.fillIn(card, `${card}/sevk`, {
      'handOver-authority': 'balikesir',
      'handOver-note': WHY,
    })
    assert.include((await house.texts(PHONE, 2))[1], 'Balıkesir Valiliği')

    const queue = (await chief.open('/masa')).body.replaceAll('\u00a0', ' ')
    assert.include(queue, 'gönderen makam: Edremit Kaymakamlığı')
    await chief.fillIn(card, `${card}/yonlendirme`, { 'refer-unit': 'TAR' })
    await house.texts(PHONE, 3)
    assert.include(linksIn((await farm.open('/birim')).body).join(' '), card)
    await farm.fillIn(card, `${card}/cevap`, {
      ...{ 'draft-outcome': 'granted', 'draft-text': ANSWER, 'intent': 'submit' },
    })
    await head.fillIn(card, `${card}/onay`, {})
    await house.texts(PHONE, 4)

    for (const where of ['/sorgula', '/edremit/sorgula', '/ayvalik/sorgula']) {
      const result = (await citizen.send(where, { number: number!, secret: secret! })).body
      assert.include(result, ANSWER)
      assert.include(result, 'T.C. Balıkesir Valiliği', where)
    }
    assert.include((await edremit.open('/sevkler')).body, number!)
    assert.include((await edremit.open(card)).body, ANSWER)
    assert.include((await vali.open('/kayit')).body, number!)
  })
})

/** What the machine room does at the server, and then anybody at the page. */
async function setUp() {
  const [word] = (await saidToTerminal('setup:word')).split('\n')
  const visitor = new Visitor(BASE)
  const page = await visitor.send('/kurulum/sozcuk', { word: word! })
  if (!page.body.includes('Balıkesir Valiliği')) throw new Error('no list of places')
  await visitor.send(
    '/kurulum',
    {
      ...{
        word: word!,
        place: '10:',
        whole: '1',
        address: 'Hükümet Konağı',
        phone: '0500 000 10 10',
      },
      ...{ name: 'İlk Yönetici', ...ADMINISTRATOR, againPassword: ADMINISTRATOR.password },
    },
    303
  )
  visitor.leave()
}

async function imported(who: Visitor, lines: string[]) {
  const file = new File([windows1254(lines.join('\r\n'))], 'görevliler.csv', { type: 'text/csv' })
  const page = '/yonetim/dosyadan'
  return (await who.upload(page, page, { list: 'officers' }, file)).headers.location!
}

/** The offices to which the province's page leads. */
function codesOn(page: string) {
  const offices = linksIn(page).flatMap((link) => /^\/([a-z0-9-]+)$/.exec(link)?.[1] ?? [])
  return [...new Set(offices)].filter(
    (code) => !['giris', 'sorgula', 'basvurularim', 'en'].includes(code)
  )
}
