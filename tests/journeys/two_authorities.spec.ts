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
import {
  Asker,
  foreignIn,
  twoAuthorities,
  type Side,
  type Told,
} from '#tests/support/walks/two_authorities'

/** One of each role, and nobody. */
const PEOPLE = [null, 'masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem']
/** The first page of each of them; the rest is found by its links. */
const CITIZENS_DOORS = ['/', '/en', '/sorgula', '/en/sorgula']
const OFFICERS_DOORS = ['/giris', '/hesap', '/mesajlar']
/** Where several stand below their codes these are nobody's: the province's page leads to them all. */
const SHARED = /^(\/en)?(\/(sorgula|basvuru|aydinlatma|dogrula(\/sayfa)?)?)?$/

/** Pages that no link leads to, and what of them is asked instead. */
const NOT_WALKED: Record<string, string> = {
  'styles.show': 'a style sheet, the same for everybody',
  'resumptions.show': 'only with a form whose session ended: beside the sign-in, below',
  'handovers.index': 'where one stands under the other: tests/journeys/handover.spec.ts',
  'telephone_files.create':
    'of whoever has the code at the desk: tests/functional/intake/attachments/by_telephone.spec.ts',
  'en.telephone_files.create': 'the same in English',
  'parked_forms.index':
    'only where a form is parked: tests/functional/intake/people/parked_forms.spec.ts',
  'desk_telephones.show': 'of the officer who opened the page: the same',
  'desk_telephone_files.show': 'the same',
  'onlookers.show':
    'asked by an open page of a petition: tests/functional/routing/queue/onlookers.spec.ts',
  'offered_texts.index':
    'asked by a card beside its draft: tests/functional/response/writing/ready_texts.spec.ts',
  'approvals.show':
    'only where an answer waits: tests/functional/response/approving/beside.spec.ts',
  'approval_lots.show': 'the same: tests/functional/response/approving/lots.spec.ts',
  'counter_talks.create':
    'of whoever saw a document at the counter: tests/functional/response/counter.spec.ts',
  'mails.index': 'of who has a mailbox: tests/functional/intake/mail/at_the_desk.spec.ts',
  'mails.show': 'the same',
  'mail_forms.create': 'the same',
  'objection_decisions.show':
    'only where somebody objected: tests/functional/response/afterwards/objections.spec.ts',
  'commitments.edit':
    'only where something was promised: tests/functional/response/afterwards/commitments.spec.ts',
  'directive_answers.create':
    'only where a manager wants something: tests/functional/response/afterwards/directives.spec.ts',
  'sample_calls.edit':
    'only where the lot drew one: tests/functional/response/afterwards/sample.spec.ts',
  'survey_links.create':
    'of whoever has the link: tests/functional/intake/afterwards/surveys.spec.ts',
  'en.survey_links.create': 'the same in English',
  'unit_questions.show':
    'only where a unit is asked: tests/functional/routing/unit_questions.spec.ts',
  'address_labels.show':
    'only where a letter is to be posted: tests/functional/notification/posted_letters.spec.ts',
  'assistants.show': 'only where there is one: tests/functional/response/assisting',
  'waves.show': 'only where there is a wave: tests/functional/response/waves/waves.spec.ts',
  'answer_examples.create':
    'only where an answer may be an example: tests/functional/response/examples.spec.ts',
  'outage_lines.show': 'what a browser keeps for the officer: tests/functional/intake/outage',
  'outage_forms.edit':
    'of one’s own authority alone: tests/functional/intake/outage/mending.spec.ts',
  'public_days.edit': 'only before its day: tests/functional/routing/public_days_change.spec.ts',
  'setups.show': 'only where no authority stands yet',
  'en.setups.show': 'only where no authority stands yet',
  'password_links.edit':
    'of whoever has the link: tests/functional/administration/passwords.spec.ts',
  'officer_slips.show': 'shown once, to whoever handed it over',
  'substitutions.show':
    'of one’s own authority: tests/functional/administration/substitutions.spec.ts',
  'routing_rules.edit':
    'only where a rule is written: tests/functional/administration/routing_rules.spec.ts',
  'rule_trials.show': 'the same',
  'imports.show': 'of whoever brought the file: tests/functional/administration/imports.spec.ts',
  'join_receipts.show': 'only once somebody joined: tests/functional/intake/joining/joins.spec.ts',
  'en.join_receipts.show': 'the same in English',
  'strikings.edit':
    'of a tip-off alone: tests/functional/house/everywhere/tip_offs_stay_hidden.spec.ts',
  'attachments.show': 'of whoever sees the petition: tests/functional/intake/attachments',
  'answer_files.show': 'by an address of its own, sealed: tests/functional/intake/attachments',
  'en.answer_files.show': 'the same in English',
  'answer_letters.show': 'by an address of its own, sealed: tests/functional/intake/answer_letter',
  'en.answer_letters.show': 'the same in English',
  'delivery_receipts.store': 'answers to a company’s machine, with no word of anybody’s',
}

test.group('Two authorities on one server', (group) => {
  emptied(group)
  group.each.timeout(300_000)

  for (const by of ['host', 'code'] as const) {
    test(`told apart by ${by}, hold nothing of each other on any page, in any answer and in any message`, async ({
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
      const sides = await twoAuthorities(by)
      const asker = new Asker(client)
      const both: Lived[] = []
      for (const side of sides) both.push(await lived(asker, side))
      await house.sent()
      for (const side of sides) {
        for (const who of PEOPLE) await walk(asker, side, who, by)
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
      // A page of one office is the same page as that of the only one.
      const anywhere = (name: string) => name.replace('office.', '')
      const pages = new Set(gets(by).map(anywhere))
      for (const name of asked) pages.delete(anywhere(name))
      assert.sameMembers([...pages], Object.keys(NOT_WALKED))
    })
  }

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

  for (const by of ['host', 'code'] as const) {
    test(`told apart by ${by}, open what somebody has number and code of, as its own page`, async ({
      client,
      assert,
    }) => {
      const [one, other] = await twoAuthorities(by)
      const asker = new Asker(client)
      const { number, secret, receipt } = await lived(asker, one)
      for (const path of ['/sorgula', '/en/sorgula', one.at('/sorgula'), other.at('/sorgula')]) {
        const opened = await asker.post(other, null, path, { number, secret })
        opened.assertStatus(200)
        assert.include(opened.text(), `${one.mark}</strong>`, path)
        assert.deepEqual(foreignIn(opened.text(), other), [], path)
        for (const link of linksIn(opened.text())) {
          const behind = await asker.get(other, null, link)
          // A letter is no text; what it says: tests/functional/intake/answer_letter.
          assert.deepEqual(foreignIn(behind.text() ?? '', other), [], link)
        }
        const wrong = await asker.post(other, null, path, { number, secret: 'AAAAAA' })
        const nobodys = PetitionNumber.draw(2026).digits
        const unknown = await asker.post(other, null, path, { number: nobodys, secret })
        assert.equal(wrong.status(), 404)
        assert.equal(wrong.text().replaceAll(number, ''), unknown.text().replaceAll(nobodys, ''))
      }
      ;(await asker.get(one, null, receipt)).assertStatus(200)
      const sealed = other.at(`/basvuru/alindi/${receipt.split('/').at(-1)}`)
      ;(await asker.get(other, null, sealed)).assertStatus(410)
    })
  }

  test('let officers in at any address, each to their own', async ({ assert, cleanup }) => {
    const [one, other] = await twoAuthorities()
    const at = ({ host }: Side) => ({ host })
    const browser = new Browser(`http://${process.env.HOST}:${process.env.PORT}`)
    cleanup(() => browser.close())
    const login = one.login('masa')
    const typed = { login, password: DEMO_PASSWORD }
    assert.equal((await browser.post('/giris', typed, at(other))).status, 303)
    for (const path of ['/masa', '/hesap', '/dosya/2600000005', '/masa/yeni']) {
      const page = await browser.get(path, at(other))
      assert.include(page.body, `T.C. Edremit Kaymakamlığı ${one.mark}`, path)
      assert.deepEqual(foreignIn(page.body, other), [], path)
    }
    assert.equal((await browser.post('/giris', typed, at(one))).status, 303)
    assert.equal((await browser.get('/masa', at(one))).status, 200)
    const carried = { ...typed, next: '/masa/yeni', complained: one.unit('TAR') }
    assert.equal((await browser.post('/giris', carried, at(one))).status, 303)
    const resumed = await browser.get('/devam', at(one))
    assert.include(resumed.body, `${one.mark}</`)
    assert.deepEqual(foreignIn(resumed.body, other), [])
  })

  test('are told apart by nothing but their hosts', async ({ client, assert }) => {
    const [one, other] = await twoAuthorities()
    for (const path of ['/', '/en/basvuru', '/giris', '/masa', '/dosya/2600000005', '/yok']) {
      const nobodys = await client.get(path).header('host', 'baska.example').redirects(0)
      assert.equal(nobodys.status(), 421, path)
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

  attachData(_content: Buffer, { filename }: { filename: string }) {
    this.#words.push(filename)
    return this
  }

  header(name: string, value: string) {
    this.#words.push(name, value)
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
async function walk(asker: Asker, side: Side, who: string | null, by: Told) {
  const isOurs = (link: string) => by === 'host' || !SHARED.test(link.split('?')[0]!)
  const ahead = [...CITIZENS_DOORS.map(side.at), ...OFFICERS_DOORS]
  const seen = new Set(ahead)
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const page = await asker.get(side, who, path)
    if (page.status() !== 200 || !/html/.test(page.type())) continue
    const links = linksIn(page.text()).filter((link) => !seen.has(link) && isOurs(link))
    for (const link of new Set(links)) ahead.push(link)
    for (const link of links) seen.add(link)
  }
}

/** The pages that stand where these authorities are asked for. */
function gets(by: Told) {
  const elsewhere = by === 'host' ? /:office\b/ : SHARED_PATTERN
  return routes()
    .filter(({ methods, pattern }) => methods.includes('GET') && !elsewhere.test(pattern))
    .map(({ name, pattern }) => name ?? pattern)
}

const SHARED_PATTERN = /^(\/en)?(\/(sorgula|basvuru|basvuru\/alindi\/:receipt|aydinlatma)?)?$/

function routes() {
  return Object.values(router.toJSON()).flat()
}

/** They take away one's own, and say so where it is gone already. */
const OWN_ALONE = /^(kept_filters|onlookers)\.destroy$/

/** Every address that names something of this side's. */
function addressesOf({ number, message, test: tried }: Lived) {
  return routes()
    .filter(({ pattern }) => /:(number|message|id)\b/.test(pattern))
    .filter(({ name }) => !OWN_ALONE.test(name ?? ''))
    .map(({ name, pattern, methods }) => ({
      name,
      method: methods.includes('GET') ? 'GET' : 'POST',
      path: pattern
        .replace(':number', number)
        .replace(':message', String(message))
        .replace(':id', String(tried))
        .replace(/:(?:check|plan|promise|directive|letter)\b/, '1'),
    }))
}
