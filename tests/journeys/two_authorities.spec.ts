import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import env from '#start/env'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Browser } from '#database/demo/browser'
import { PetitionNumber } from '#intake'
import { emptied } from '#tests/support/database'
import { linksIn } from '#tests/support/walks/forms'
import { House } from '#tests/support/programs/house'
import { lived, type Lived } from '#tests/support/walks/lived'
import { Asker, foreignIn, twoAuthorities, type Side } from '#tests/support/walks/two_authorities'

/** One of each role, and nobody. */
const PEOPLE = [null, 'masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem']
/** The first page of each of them; the rest is found by its links. */
const DOORS = ['/', '/en', '/sorgula', '/en/sorgula', '/giris', '/hesap', '/mesajlar']

/** Pages that no link leads to, and what of them is asked instead. */
const NOT_WALKED: Record<string, string> = {
  'styles.show': 'a style sheet, the same for everybody',
  'resumptions.show': 'only with a form whose session ended: beside the sign-in, below',
  'delivery_receipts.store': 'answers to a company’s machine, with no word of anybody’s',
}

test.group('Two authorities on one server', (group) => {
  emptied(group)
  group.each.timeout(300_000)

  test('hold nothing of each other on any page, in any answer and in any message', async ({
    client,
    assert,
    cleanup,
  }) => {
    const letters: Letter[] = []
    env.set('MAIL_MAILER', 'smtp')
    cleanup(() => env.set('MAIL_MAILER', 'none'))
    const house = await House.open({
      send: async (compose) => void letters.push(new Letter(compose)),
    })
    cleanup(() => house.close())
    const sides = await twoAuthorities()
    const asker = new Asker(client)
    const both: Lived[] = []
    for (const side of sides) both.push(await lived(asker, side))
    await house.sent()
    for (const side of sides) {
      for (const who of PEOPLE) await walk(asker, side, who)
    }

    for (const { side, what, said } of asker.heard) {
      const other = otherThan(side, sides)
      assert.deepEqual(foreignIn(said, other), [], `${side.mark}: ${what}`)
    }
    for (const { side } of both) {
      const texts = house.arrived.filter(({ to }) => to.startsWith(side.prefix))
      const own = letters.filter(({ address }) => address.startsWith(side.mark.toLowerCase()))
      assert.isAbove(texts.length, 10, side.mark)
      assert.isAbove(own.length, 5, side.mark)
      assert.isTrue(texts.every(({ from }) => from === side.mark))
      const told = [...texts.map(({ from, text }) => `${from} ${text}`), ...own.map(String)]
      for (const words of told) {
        assert.include(words, side.mark)
        assert.deepEqual(foreignIn(words, otherThan(side, sides)), [], words)
      }
    }

    const asked = new Set(
      asker.heard.filter(({ status }) => status < 400).map(({ route }) => route)
    )
    const pages = gets().filter((name) => !asked.has(name))
    assert.sameMembers(pages, Object.keys(NOT_WALKED))
  })

  test('are not there for each other’s officers, whatever address they ask for', async ({
    client,
    assert,
  }) => {
    const sides = await twoAuthorities()
    const asker = new Asker(client)
    for (const side of sides) {
      const there = await lived(asker, side)
      const other = otherThan(side, sides)
      for (const who of PEOPLE.filter((one) => one !== null)) {
        for (const { method, path, name } of addressesOf(there)) {
          const answer =
            method === 'GET'
              ? await asker.get(other, who, path)
              : await asker.post(other, who, path, { version: '0', from: 'missed' })
          assert.oneOf(answer.status(), [403, 404], `${name} for ${who}`)
          assert.deepEqual(foreignIn(answer.text(), side), [], `${name} for ${who}`)
        }
      }
    }
  })

  test('open nothing of each other to citizens, and say no more than of what there is not', async ({
    client,
    assert,
  }) => {
    const [one, other] = await twoAuthorities()
    const asker = new Asker(client)
    const { number, secret, receipt } = await lived(asker, one)
    const opened = await asker.post(one, null, '/sorgula', { number, secret })
    opened.assertStatus(200)
    const hidden = await asker.post(other, null, '/sorgula', { number, secret })
    const nobodys = PetitionNumber.draw(2026).digits
    const unknown = await asker.post(other, null, '/sorgula', { number: nobodys, secret })
    assert.equal(hidden.status(), 404)
    assert.equal(hidden.text().replaceAll(number, ''), unknown.text().replaceAll(nobodys, ''))
    ;(await asker.get(one, null, receipt)).assertStatus(200)
    ;(await asker.get(other, null, receipt)).assertStatus(410)
  })

  test('let officers in at their own address alone', async ({ assert, cleanup }) => {
    const [one, other] = await twoAuthorities()
    const at = ({ host }: Side) => ({ host })
    const browser = new Browser(`http://${process.env.HOST}:${process.env.PORT}`)
    cleanup(() => browser.close())
    const login = one.login('masa')
    const typed = { login, password: DEMO_PASSWORD }
    const elsewhere = await browser.post('/giris', typed, at(other))
    const nobody = await browser.post('/giris', { ...typed, login: 'hickimse' }, at(other))
    assert.equal(elsewhere.status, 422)
    assert.equal(elsewhere.body.replaceAll(login, ''), nobody.body.replaceAll('hickimse', ''))
    assert.equal((await browser.post('/giris', typed, at(one))).status, 303)
    assert.equal((await browser.get('/masa', at(one))).status, 200)
    const carried = { ...typed, next: '/masa/yeni', complained: one.unit('TAR') }
    assert.equal((await browser.post('/giris', carried, at(one))).status, 303)
    const resumed = await browser.get('/devam', at(one))
    assert.include(resumed.body, `${one.mark}</`)
    assert.deepEqual(foreignIn(resumed.body, other), [])

    const stolen = await browser.get('/masa', at(other))
    assert.equal(stolen.status, 401)
    assert.deepEqual(foreignIn(stolen.body, one), [])
  })

  test('are told apart by nothing but their hosts', async ({ client, assert }) => {
    const [one, other] = await twoAuthorities()
    for (const path of ['/', '/en/basvuru', '/giris', '/masa', '/dosya/2600000005', '/yok']) {
      const nobodys = await client.get(path).header('host', 'baska.example').redirects(0)
      assert.equal(nobodys.status(), 404, path)
      assert.include(nobodys.text(), '<h1>Bu adreste bir makam yok</h1>')
      for (const side of [one, other]) assert.deepEqual(foreignIn(nobodys.text(), side), [])
    }
    const written = [one.host.toUpperCase(), `${one.host}.`, `${one.host}:8443`]
    for (const host of written) {
      const page = await client.get('/').header('host', host)
      page.assertTextIncludes(one.mark)
    }
  })
})

/** An e-mail, as it would leave. */
class Letter {
  address = ''
  #words: string[] = []

  constructor(compose: (mail: Letter) => void) {
    compose(this)
  }

  to(address: string) {
    this.address = address
    return this
  }

  subject(text: string) {
    this.#words.push(text)
    return this
  }

  text(text: string) {
    this.#words.push(text)
    return this
  }

  toString() {
    return this.#words.join(' ')
  }
}

function otherThan({ id }: Side, sides: readonly Side[]) {
  return sides.find((side) => side.id !== id)!
}

/** Every page that somebody finds by following the links from the doors. */
async function walk(asker: Asker, side: Side, who: string | null) {
  const ahead = [...DOORS]
  const seen = new Set(ahead)
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const page = await asker.get(side, who, path)
    if (page.status() !== 200) continue
    const links = linksIn(page.text()).filter((link) => !seen.has(link))
    for (const link of new Set(links)) ahead.push(link)
    for (const link of links) seen.add(link)
  }
}

function gets() {
  return routes()
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ name, pattern }) => name ?? pattern)
}

function routes() {
  return Object.values(router.toJSON()).flat()
}

/** Every address that names something of this side's. */
function addressesOf({ number, message, test: tried }: Lived) {
  return routes()
    .filter(({ pattern }) => /:(number|message|id)\b/.test(pattern))
    .map(({ name, pattern, methods }) => ({
      name,
      method: methods.includes('GET') ? 'GET' : 'POST',
      path: pattern
        .replace(':number', number)
        .replace(':message', String(message))
        .replace(':id', String(tried)),
    }))
}
