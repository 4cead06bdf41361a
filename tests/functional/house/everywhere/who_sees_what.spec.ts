import db from '@adonisjs/lucid/services/db'
import type { ApiClient, ApiRequest, ApiResponse } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { CAPACITY, Catalogue } from '#organisation'
import { wrappedOnce } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'
import {
  ACT,
  ASKED,
  behindTheSignIn,
  DECISIONS,
  LIST,
  NONE,
  OPEN,
  openToAll,
  PETITION,
  plainName,
} from '#tests/support/walks/shown_on_routes'
import { TRAINING_ID, world, type Brought } from '#tests/support/walks/who_sees_what'

/**
 * Everybody, alone and in pairs of roles. `police` is the unit complained about and `policeHead` its head
 * who is complained about besides, `farm` has most petitions, `wood` gave them back before, `named` is
 * the person of agriculture complained about, in whose place works one of the foresters.
 */
const CAST = {
  desk: ['AKB', 'bureauOfficer'],
  chief: ['AKB', 'bureauChief'],
  police: ['EMN', 'unitOfficer'],
  policeHead: ['EMN', 'unitHead'],
  farm: ['TAR', 'unitOfficer'],
  farmHead: ['TAR', 'unitHead'],
  wood: ['ORM', 'unitOfficer'],
  manager: [null, 'manager'],
  it: [null, 'it'],
  nobodysUnit: [null, 'unitOfficer'],
  deskOfPolice: ['EMN', 'bureauOfficer', 'unitOfficer'],
  chiefOfFarm: ['TAR', 'bureauChief', 'unitHead'],
  managerOfPolice: ['EMN', 'manager', 'unitHead'],
  managerAndChief: [null, 'manager', 'bureauChief'],
  managerInBureau: ['AKB', 'manager'],
  named: ['TAR', 'unitOfficer'],
  inNamedsPlace: ['ORM', 'unitOfficer'],
  auditor: [null, 'auditor'],
  neighbour: [null, 'unitHead'],
} as const
type Who = keyof typeof CAST
type World = Awaited<ReturnType<typeof world<Who>>>

const BUREAU: Who[] = ['desk', 'chief', 'deskOfPolice', 'chiefOfFarm', 'managerAndChief']
const HOUSE: Who[] = [...BUREAU, 'manager', 'managerOfPolice', 'managerInBureau']
const FARM: Who[] = ['farm', 'farmHead', 'named', 'inNamedsPlace']
const isNot = (...hidden: Who[]) => [...HOUSE, ...FARM].filter((who) => !hidden.includes(who))

/** Who sees each petition, and who may know who brought it. Written by hand, not by the rule. */
const SEEN: Record<Brought, { by: Who[]; known?: Who[] }> = {
  atDesk: { by: HOUSE },
  atFarm: { by: [...HOUSE, ...FARM] },
  atWood: { by: [...HOUSE, 'wood'] },
  aboutPerson: { by: [...HOUSE, 'farmHead'] },
  aboutHead: { by: isNot('deskOfPolice', 'managerOfPolice') },
  aboutManager: { by: ['desk', 'chief', 'deskOfPolice', 'chiefOfFarm'] },
  tipOff: { by: [...HOUSE, ...FARM], known: BUREAU },
  aboutPolice: { by: isNot('deskOfPolice', 'managerOfPolice') },
  aboutBureau: { by: ['manager', 'managerOfPolice'] },
  aboutBureauAtFarm: { by: ['manager', 'managerOfPolice', ...FARM] },
  tipOffAboutBureau: { by: ['manager', 'managerOfPolice'], known: [] },
  restrictedAtDesk: { by: BUREAU },
  restrictedAtFarm: { by: ['chief', 'chiefOfFarm', 'managerAndChief', ...FARM] },
  ofOtherAuthority: { by: [] },
}

const decided = (...decisions: string[]) =>
  behindTheSignIn().filter(({ name }) => decisions.includes(DECISIONS[name]!))

/** The lists that a page has, by its address. */
const LISTS: Record<string, string[]> = {
  'queue.index': ['waiting', 'late', 'returned', 'withUnits', 'all'].map((one) => `filtre=${one}`),
  'inbox.index': ['open', 'late', 'approval'].map((one) => `filtre=${one}`),
  'register.index': [
    ...['all', 'open', 'late', 'concluded', 'aboutBureau'].map((one) => `durum=${one}`),
    ...['durum=open&birim=TAR', 'durum=open&birim=AKB', 'gelis=week', 'sonuc=granted'],
  ],
}

/** Whoever works in another's place does so all the time. */
function ask(
  client: ApiClient,
  here: World,
  who: Who,
  { method }: { method: string },
  path: string,
  fields: Record<string, string> = {}
) {
  const place = who === 'inNamedsPlace' ? here.place : null
  const asked =
    method === 'GET'
      ? client.get(path)
      : client
          .post(path)
          .withCsrfToken()
          .form({ ...fields, ...(place && { [CAPACITY]: place }) })
  const request = (asked as ApiRequest).loginAs(here.cast[who]).redirects(0)
  return place ? request.withSession({ [CAPACITY]: Number(place) }) : request
}

/** Milliseconds for which a catalogue is surely not read again. */
const FRESH = 4000

const asFragment = (asked: ApiRequest) => asked.header('HX-Request-Type', 'partial')

/** What this one must find nowhere in an answer, beside the number in its own address. */
function unseen(here: World, who: Who, brought: Brought) {
  const { by, known = by } = SEEN[brought]
  const { everything, petitioner } = here.marks[brought]
  if (!by.includes(who)) return everything
  const code = who === 'inNamedsPlace' ? 'TAR' : CAST[who][0]
  return known.includes(who) ? [] : [...petitioner, ...here.wordsOfOthers(brought, code)]
}

function assertNothingLeaks(
  assert: Assert,
  here: World,
  who: Who | null,
  answer: ApiResponse,
  at: string
) {
  const headers = decodeURIComponent(JSON.stringify(answer.headers()).replaceAll('%', '%25'))
  const text = `${answer.text() ?? ''} ${headers}`.replaceAll('\u00a0', ' ')
  for (const brought of keys(SEEN)) {
    const marks = who ? unseen(here, who, brought) : here.marks[brought].everything
    // Of a page some three hundred are looked for: words only where their petition's name stands at all.
    const isNamed = text.includes(`${brought};`)
    for (const mark of marks) {
      const isWord = mark.endsWith(`${brought};`)
      if ((!isWord || isNamed) && text.includes(mark)) {
        assert.fail(`${at} tells ${who} of ${brought}: ${mark}`)
      }
    }
  }
}

test.group('Who sees what', (group) => {
  let here: World
  group.each.timeout(300_000)
  // One world for everybody: nobody here changes what another one sees.
  wrappedOnce(group, async () => {
    here = await world(CAST)
  })

  test('is decided for every page behind the sign-in', ({ assert }) => {
    const routes = behindTheSignIn().map(({ name }) => name)
    assert.sameMembers(Object.keys(DECISIONS), routes)
    // Whoever leaves a petition lets go of whatever they had open, and is told nothing.
    const ofOne = behindTheSignIn().filter(
      ({ name, pattern }) => pattern.includes('/:number') && name !== 'onlookers.destroy'
    )
    assert.sameMembers(
      ofOne.map(({ name }) => name),
      decided(PETITION, ACT).map(({ name }) => name)
    )
  })

  test('is nothing on any page that is open to all', async ({ client, assert }) => {
    const names = new Set(openToAll().map(({ name }) => plainName(name)))
    assert.sameMembers([...names], OPEN)
    for (const page of openToAll()) {
      for (const brought of ['aboutPerson', 'aboutManager', 'tipOff'] as const) {
        const path = here.addressOf(page.pattern, brought).replace(/:\w+/g, 'yok')
        const form = { ...WANTED, number: here.brought[brought].petition.number, secret: 'AAAAAA' }
        const asked = page.method === 'GET' ? client.get(path) : client.post(path).form(form)
        const answer = await asked.redirects(0)
        assertNothingLeaks(assert, here.except(brought), null, answer, `${page.name}`)
        if (!page.pattern.includes(':') && page.method === 'GET') break
      }
    }
  })

  test('costs the same whether it is hidden or was never given', async ({ client, assert }) => {
    const hidden: [Who, Brought][] = [
      ['wood', 'atFarm'],
      ['desk', 'aboutBureau'],
      ['manager', 'restrictedAtFarm'],
      ['deskOfPolice', 'aboutPolice'],
      ['chief', 'ofOtherAuthority'],
      ['named', 'aboutPerson'],
      ['farm', 'aboutPerson'],
      ['inNamedsPlace', 'aboutPerson'],
      ['policeHead', 'aboutHead'],
      ['manager', 'aboutManager'],
    ]
    let readAt = 0
    for (const [who, brought] of hidden) {
      for (const page of decided(PETITION, ACT)) {
        // Else it may be read afresh behind one of the two answers.
        if (Date.now() - readAt > FRESH) {
          Catalogue.forget()
          await district()
          readAt = Date.now()
        }
        const answers = []
        for (const number of [here.brought[brought].petition.number, '2600000000']) {
          const path = here.addressOf(page.pattern, brought, number)
          const { statements, result } = await statementsOf(async () =>
            ask(client, here, who, page, path).header('accept-encoding', 'identity')
          )
          const text = result
            .text()
            .replaceAll(number, '')
            .replace(/value=['"][^'"]+['"]/g, '')
          const { date, 'set-cookie': _cookie, ...headers } = result.headers()
          answers.push({ statements, text, headers, status: result.status() })
        }
        assert.deepEqual(answers[0], answers[1], `${page.name} of ${brought} for ${who}`)
      }
    }
  })

  test('counts for the managers’ page what its reader sees', async ({ client, assert }) => {
    for (const who of ['chief', 'chiefOfFarm', 'manager', 'managerOfPolice'] as const) {
      const page = (await client.get('/izleme').loginAs(here.cast[who])).text()
      const [, open] = /figure-box__value" href="\/kayit\?durum=open">(\d+)/.exec(page)!
      assert.equal(Number(open), seenBy(who).length, `${who}: what is open`)

      const [, missed] = /(\d+) mesaj ulaşmadı/.exec(page)!
      const about = { chief: ['AKB'], chiefOfFarm: ['AKB'], manager: [], managerOfPolice: ['EMN'] }
      const units = about[who] as string[]
      const told = keys(SEEN).filter((brought) => {
        if (brought === 'aboutManager') return !who.startsWith('manager')
        return brought !== 'ofOtherAuthority' && !units.includes(here.complainedOf(brought))
      })
      assert.equal(Number(missed), told.length, `${who}: texts that did not arrive`)
    }
  })

  test('counts for the bureau the citizens whom it may call', async ({ client, assert }) => {
    for (const who of BUREAU) {
      const count = await asFragment(client.get('/mesajlar/sayi').loginAs(here.cast[who]))
      const [, shown] = /(\d+)/.exec(count.text().replace(/<[^>]*>/g, ''))!
      assert.equal(Number(shown), seenBy(who).length, who)
    }
  })

  test('leaves no row that somebody looked who saw nothing', async ({ client, assert }) => {
    await client.get(here.addressOf('/dosya/:number', 'aboutBureau')).loginAs(here.cast.desk)
    const looks = await db.from('views').where('officer_id', here.cast.desk.id)
    assert.isEmpty(looks)
  })

  for (const who of Object.keys(CAST) as Who[]) {
    test(`${who} finds on every page what is seen, and no trace of the rest`, async ({
      client,
      assert,
    }) => {
      await lists(client, assert, here, who)
      await proposals(client, assert, here, who)
      await searches(client, assert, here, who)
      await cards(client, assert, here, who)
    })
  }
})

/** Lists, counts and figures, as pages and as fragments. */
async function lists(client: ApiClient, assert: Assert, here: World, who: Who) {
  for (const page of decided(LIST, NONE)) {
    if (page.method !== 'GET' || page.pattern.includes(':')) continue
    for (const query of LISTS[page.name] ?? ['']) {
      const path = `${page.pattern}?${query}`
      const whole = await ask(client, here, who, page, path)
      const of = here.without(who === 'auditor' && page.name === 'accesses.index')
      assertNothingLeaks(assert, of, who, whole, path)
      // Of what shows no petition a fragment is rendered out of the same.
      if (DECISIONS[page.name] === NONE) continue
      const fragment = await asFragment(ask(client, here, who, page, path))
      assertNothingLeaks(assert, of, who, fragment, `the fragment of ${path}`)
    }
  }
  const register = await ask(client, here, who, { method: 'GET' }, '/kayit')
  assert.sameMembers(here.broughtOn(register.text()), seenBy(who), `the register of ${who}`)
}

/** What would find a petition, without a word by which it is told here. */
const WANTED = {
  ...{ text: 'Metin aboutPerson aboutHead aboutManager aboutPolice aboutBureau, kuyunun' },
  ...{ place: 'Yer aboutPerson', name: 'Kişi aboutPerson', person: 'Kişi aboutPerson' },
  ...{ kind: 'complaint', channel: 'desk', find: '1' },
}

/** What is proposed, found alike or warned of out of what somebody types. */
async function proposals(client: ApiClient, assert: Assert, here: World, who: Who) {
  for (const page of decided(ASKED).filter(({ pattern }) => !pattern.includes(':'))) {
    const answer = await ask(client, here, who, page, page.pattern, WANTED)
    assertNothingLeaks(assert, here, who, answer, page.name)
  }
}

/** On whose cards every button is pressed by those who see them; whoever sees none is asked of these. */
const PRESSED: Brought[] = ['tipOff', 'aboutPerson']

/** By number what is seen, by petitioner what is known besides. */
async function searches(client: ApiClient, assert: Assert, here: World, who: Who) {
  const search = async (ara: string) => {
    const page = await ask(client, here, who, { method: 'POST' }, '/kayit', { ara })
    return page.status() === 403 ? [] : here.broughtOn(page.text())
  }
  const known = seenBy(who).filter((brought) => (SEEN[brought].known ?? [who]).includes(who))
  for (const brought of keys(SEEN)) {
    const { petition, phone } = here.brought[brought]
    const byNumber = seenBy(who).includes(brought) ? [brought] : []
    assert.deepEqual(await search(petition.number), byNumber, `${brought} by number`)
    const byPhone = known.includes(brought) ? [brought] : []
    assert.deepEqual(await search(phone), byPhone, `${brought} by telephone`)
  }
  assert.sameMembers(await search(TRAINING_ID), known)
}

/** Cards, each form on them, and messages. */
async function cards(client: ApiClient, assert: Assert, here: World, who: Who) {
  const all = seenBy(who).length > 0 ? keys(SEEN) : PRESSED
  for (const brought of all) {
    const sees = seenBy(who).includes(brought)
    for (const page of sees ? decided(PETITION) : decided(PETITION, ACT)) {
      // An old page's form is answered with the card again.
      if (sees && page.method === 'POST' && !PRESSED.includes(brought)) continue
      const path = here.addressOf(page.pattern, brought)
      const fields = { version: '0', unit: 'MUF', from: 'missed' }
      const answer = await ask(client, here, who, page, path, fields)
      const status = answer.status()
      if (!sees) assert.oneOf(status, [403, 404], `${page.name} of ${brought} for ${who}`)
      else if (['cards.show', 'messages.index'].includes(page.name)) assert.equal(status, 200)
      assertNothingLeaks(assert, here.except(brought), who, answer, `${page.name} of ${brought}`)
    }
    const fragment = here.addressOf('/dosya/:number/mesajlar', brought)
    const messages = await asFragment(ask(client, here, who, { method: 'GET' }, fragment))
    assertNothingLeaks(assert, here.except(brought), who, messages, `messages of ${brought}`)
  }
}

function seenBy(who: Who) {
  return keys(SEEN).filter((brought) => SEEN[brought].by.includes(who))
}

function keys<K extends string>(of: Record<K, unknown>) {
  return Object.keys(of) as K[]
}
