import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { DateTime, Settings } from 'luxon'
import { beginRecount, recountPiece, Tallying } from '#insight'
import { OUTCOMES, Petition } from '#intake'
import { Forwarding, Handover, restrict } from '#routing'
import { Catalogue, type Officer } from '#organisation'
import { Period } from '#shared/dates/period'
import { stamp } from '#shared/dates/stored'
import { PhoneNumber } from '#shared/typed/phone_number'
import { countedBySql, type Lines } from '#tests/support/counted_by_sql'
import { Crowd } from '#tests/support/databases/crowd/crowd'
import { emptied, wrapped } from '#tests/support/database'
import { district, districtsBelow } from '#tests/support/databases/district'
import { person, province } from '#tests/support/databases/three_authorities'
import { newOfficer, officer, received, referredTo, unit } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'
import { details } from '#tests/support/petitions'
import { spreadOver } from '#tests/support/spread'
import { Database } from '../../../bench/database.ts'
import { Conclusions } from '../../../app/insight/conclusions.ts'
import { Seen } from '../../../app/insight/seen.ts'
import { daysOf, outcomeOf } from '../../../app/insight/tallies/packed.ts'
import { shown, TAIL } from '../../../app/insight/tallies/shown.ts'
import { countSteps, OPEN_AT_MOST } from '../../../app/insight/tallies/steps.ts'

const SILENT = { error() {} }
const tallying = () => new Tallying(SILENT, 0)
/** When no transaction that is open now can be open any more. */
const later = () => DateTime.utc().plus({ milliseconds: 2 * OPEN_AT_MOST })

/** What the managers' page shows this officer of an authority, in the same lines as the count by SQL. */
async function onThePage(who: Officer, authorityId = who.authorityId): Promise<Lines> {
  const week = Period.thisWeek()
  const counted = await shown(authorityId, week)
  if (!counted || counted.until) throw new Error('the page is not complete')
  const seen = new Seen(counted.tallies, who, await Catalogue.of(authorityId), week)
  const line = (what: string, times: number) => (times === 0 ? [] : [`${what}: ${times}`])
  const ended = (name: string, units: ReturnType<Seen['concluded']>) =>
    [...units].flatMap(([unitId, { byCode }]) =>
      [...byCode].flatMap(([code, times]) =>
        line(`${name} ${outcomeOf(code)} by ${unitId} in ${daysOf(code)} days`, times)
      )
    )
  const { thisWeek, lastWeek } = seen.texts()
  return [
    ...seen
      .open()
      .flatMap(({ unitId, open, late, dueToday }) => [
        ...line(`open at ${unitId}`, open),
        ...line(`late at ${unitId}`, late),
        ...line(`today at ${unitId}`, dueToday),
      ]),
    ...ended('this week', seen.concluded(week)),
    ...ended('last week', seen.concluded(week.previous)),
    ...seen
      .received()
      .flatMap((about) => [
        ...line(`this week about ${about.subjectId}`, about.thisWeek),
        ...line(`last week about ${about.subjectId}`, about.lastWeek),
      ]),
    ...Object.entries(thisWeek).flatMap(([how, times]) => line(`this week text ${how}`, times)),
    ...Object.entries(lastWeek).flatMap(([how, times]) => line(`last week text ${how}`, times)),
  ].toSorted()
}

async function managers() {
  return [
    await officer('kaymakam'),
    await officer('sef'),
    await (await newOfficer('managerOfPolice', 'EMN', ['manager', 'unitHead'])).loadRoles(),
    await (await newOfficer('chiefOfFarm', 'TAR', ['bureauChief', 'unitHead'])).loadRoles(),
    await (await newOfficer('managerAndChief', null, ['manager', 'bureauChief'])).loadRoles(),
  ]
}

async function agree(assert: Assert, people: Officer[]) {
  for (const who of people) {
    assert.deepEqual(await onThePage(who), await countedBySql(who), who.login)
  }
}

/** The same numbers in every run. */
function lots(seed: number) {
  const draw = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  return { draw, of: <T>(all: readonly T[]) => all[Math.floor(draw() * all.length)]! }
}

const DAYS = 17
const ACTS = 150

/** What can happen to petitions in two weeks, in any order that their rows allow. */
async function lived(lot: ReturnType<typeof lots>, afterEach: (act: number) => Promise<void>) {
  const catalogue = await district()
  const by = await officer('sef')
  const units = catalogue.units.filter(({ isExternal }) => !isExternal)
  const outside = catalogue.units.filter(({ isExternal }) => isExternal)
  const subjects = [
    null,
    ...['sosyal.gida', 'sosyal.nakdi'].map((code) => catalogue.subjectByCode(code)),
  ]
  const sensitive = catalogue.subjects.find((subject) => subject.sensitive)
  const about = [null, null, null, await unit('EMN'), catalogue.bureau]
  const petitions: Petition[] = []
  const phone = PhoneNumber.parse('0500 012 34 56')

  const acts: (() => Promise<unknown>)[] = [
    async () => {
      const subject = lot.draw() < 0.2 ? sensitive : lot.of(subjects)
      // Some lay for days before anybody wrote them down: in a week that was counted already.
      const arrivedAt =
        lot.draw() < 0.3 ? DateTime.utc().minus({ days: 20 * lot.draw() }) : undefined
      const complainedUnit = lot.of(about)
      const complainsOfManager = complainedUnit === null && lot.draw() < 0.2
      const said = { phone, subject: subject ?? null, complainedUnit, complainsOfManager }
      const brought = details(said)
      petitions.push((await Petition.receive(brought, { arrivedAt })).petition)
    },
    () => taken((now, trx) => now.refer(lot.of(units), { officer: by }, trx)),
    () => taken((now, trx) => now.returned({ officer: by }, trx)),
    () => taken((now, trx) => now.restrict({ officer: by }, trx)),
    () => taken((now, trx) => now.liftRestriction({ officer: by }, trx)),
    // The desk corrects what it is about, whatever was counted of it.
    () => {
      const changes = { subjectId: lot.of(subjects)?.id ?? null }
      return taken((now, trx) => now.take({ kind: 'amended', officer: by, changes, trx }))
    },
    () =>
      taken((now, trx) => now.conclude(lot.of(OUTCOMES.slice(0, 4)), '-', { officer: by }, trx)),
    () => taken((now, trx) => now.conclude('forwarded', '-', { unit: lot.of(outside) }, trx)),
    () =>
      taken((now, trx) => {
        const lastDays = catalogue.deadlines(DateTime.utc(), now.kind)
        return now.take({ kind: 'contacted', officer: by, lastDays, trx })
      }),
    async () => {
      const waiting = await db
        .from('messages')
        .whereNull('final_at')
        .where('channel', 'sms')
        .first()
      const state = lot.of(['delivered', 'delivered', 'failed', 'unknown', 'suppressed'])
      const end = { state, final_at: stamp(DateTime.utc()), next_at: null }
      if (waiting) await db.from('messages').where('id', waiting.id).update(end)
    },
  ]
  const taken = (work: Parameters<Petition['change']>[0]) => lot.of(petitions).change(work)

  const now = Settings.now
  const begin = DateTime.now().minus({ days: DAYS }).toMillis()
  try {
    for (let act = 0; act < ACTS; act++) {
      const moment = begin + (DAYS * 86_400_000 * act) / ACTS
      Settings.now = () => moment
      await (petitions.length < 5 ? acts[0]! : lot.of([acts[0]!, ...acts]))()
      await afterEach(act)
    }
  } finally {
    Settings.now = now
  }
}

test.group('What is counted beforehand', (group) => {
  wrapped(group)

  for (const seed of [1, 2]) {
    test(`is what the rows say, whatever happens to petitions: ${seed}`, async ({ assert }) => {
      const [lot, people] = [lots(seed), await managers()]
      await lived(lot, async (act) => {
        if (act % 13 === 0) await agree(assert, people)
        if (lot.draw() < 0.1 || act % 40 === 0) {
          await tallying().round(later())
          await agree(assert, people)
        }
      })
      await tallying().round(later())
      await agree(assert, people)
      await beginRecount()
      await tallying().round(later())
      await agree(assert, people)
      // On a Monday little of the week is there yet.
      assert.isAbove((await countedBySql(people[0]!)).length, 10)
    }).timeout(120_000)
  }
})

test.group('What is counted of a petition that is corrected', (group) => {
  wrapped(group)

  test('goes to where it belongs by now, there and back, also once it has ended', async ({
    assert,
  }) => {
    const people = await managers()
    const by = await officer('sef')
    const subject = (await district()).subjectByCode('sosyal.gida')!
    const petition = await received({ subject })
    await tallying().round(later())
    for (const about of [await unit('EMN'), (await district()).bureau, null]) {
      const desk = about?.isBureau ? 'management' : 'bureau'
      const changes = { complainedUnitId: about?.id ?? null, desk }
      await petition.change((now, trx) => now.take({ kind: 'amended', officer: by, changes, trx }))
      await agree(assert, people)
      await tallying().round(later())
      await agree(assert, people)
      if (petition.isOpen) {
        await petition.change((now, trx) => now.conclude('informed', '-', { officer: by }, trx))
        await tallying().round(later())
      }
    }
  })
})

test.group('What is counted of authorities below', (group) => {
  wrapped(group)

  test('is of each what the rows say, and together their sum', async ({ assert }) => {
    const below = await districtsBelow(3)
    await manyPetitions(400)
    await spreadOver(below)
    await beginRecount()
    await tallying().round(later())
    const people = [
      await officer('kaymakam'),
      await (await newOfficer('both', 'AKB', ['manager', 'bureauChief'])).loadRoles(),
      await officer('sef'),
    ]
    for (const who of people) {
      const [own, ...others] = [who.authorityId, ...who.below.map(({ id }) => id)]
      for (const id of [own!, ...others]) {
        assert.deepEqual(
          await onThePage(who, id),
          await countedBySql(who, id),
          `${who.login} ${id}`
        )
      }
      if (who.login === 'sef') assert.isEmpty(others)
      else await sumsUp(assert, who, [own!, ...others])
    }
  })

  test('is added up beside an authority’s own when a step is taken, and after a recount', async ({
    assert,
  }) => {
    const [first] = await districtsBelow(1)
    const who = await officer('kaymakam')
    const here = [who.authorityId, first!]
    await received()
    await tallying().round(later())
    const { petition } = await Petition.receive(details({ authorityId: first! }))
    await sumsUp(assert, who, here)
    await tallying().round(later())
    await sumsUp(assert, who, here)
    const { bureau } = await Catalogue.of(first!)
    await petition.change((now, trx) => now.refer(bureau, { officer: who }, trx))
    await tallying().round(later())
    await sumsUp(assert, who, here)
    const kept = () => db.from('tallies').orderBy('name').select('name', 'counts')
    const before = await kept()
    assert.isNotEmpty(before.filter(({ name }) => name.startsWith('0/')))
    await beginRecount()
    await tallying().round(later())
    assert.deepEqual(await kept(), before)
  })
})

/** Authorities together have what each has, by authority as by unit. */
async function sumsUp(assert: Assert, who: Officer, ids: number[]) {
  const week = Period.thisWeek()
  const counted = await shown(ids, week)
  const together = new Seen(counted!.tallies, who, await Catalogue.of(who.authorityId), week, true)
  const open = new Map(together.open().map((one) => [one.unitId, one.open]))
  const ended = together.concluded(week)
  let all = 0
  for (const id of ids) {
    const own = await shown(id, week)
    const seen = new Seen(own!.tallies, who, await Catalogue.of(id), week)
    const sum = seen.open().reduce((so, one) => so + one.open, 0)
    assert.equal(open.get(id) ?? 0, sum, `open at ${id}`)
    const those = Conclusions.sum(seen.concluded(week).values())
    const { byCode } = ended.get(id) ?? new Conclusions()
    assert.deepEqual(byCode, those.byCode, `ended at ${id}`)
    all += sum
  }
  assert.isAbove(all, 0)
}

/** The page is as the rows say, and the next count finds nothing that it must not count again. */
async function countedOnce(assert: Assert) {
  const people = [await officer('kaymakam'), await officer('sef')]
  await agree(assert, people)
  await tallying().round(later())
  await agree(assert, people)
}

test.group('A petition that is another authority’s', (group) => {
  wrapped(group)

  test('counts for whoever has it, before and after the count, there and back', async ({
    assert,
  }) => {
    const { governorate, edremit } = await province()
    const vali = await person(governorate, 'vali', null, ['manager'])
    const bureau = await person(governorate, 'vali.buro', 'AKB', ['bureauChief'])
    const [sef, kaymakam] = [await officer('sef'), await officer('kaymakam')]
    const people = [kaymakam, sef, vali, bureau]
    const subject = edremit.subjectByCode('sosyal.gida')!
    const about = { subject, phone: PhoneNumber.parse('0500 012 34 56') }
    const petitions = [
      await received(about),
      await received({ ...about, complainedUnit: await unit('AKB') }),
      await received({ ...about, complainedUnit: await unit('EMN') }),
    ]
    const [plain, complaint, police] = petitions as [Petition, Petition, Petition]
    await restrict(police, sef, 'Komşusu büroda çalışıyor.')
    const agreed = async () => {
      await agree(assert, people)
      await tallying().round(later())
      await agree(assert, people)
    }
    await agreed()
    for (const one of [plain, police]) {
      await Handover.make(one, governorate.authority, sef, 'İl yolu.')
    }
    await Handover.make(complaint, governorate.authority, kaymakam, 'Üst makam baksın.')
    await agreed()
    const open = (lines: Lines) => lines.find((line) => line.startsWith('open at'))
    assert.equal(open(await onThePage(vali)), `open at ${governorate.bureau.id}: 2`)
    assert.isUndefined(open(await onThePage(kaymakam)))

    await Handover.giveBack(plain, bureau, 'Köy yolu.')
    await agree(assert, people)
    await Handover.make(plain, governorate.authority, sef, 'Yine il yolu.')
    await agreed()
    const letter = { documentNumber: null, text: null }
    await Forwarding.make(complaint, governorate.unitByCode('BEL')!, bureau, letter)
    await agreed()
    await beginRecount()
    await tallying().round(later())
    await agree(assert, people)
  })
})

/** Whatever asks the database for this fails, as if the process had been killed there. */
async function killedAt(sql: RegExp, work: () => Promise<unknown>, assert: Assert) {
  const client = db.connection().getReadClient()
  const kill = (query: { sql: string }) => {
    if (sql.test(query.sql)) throw new Error('killed')
  }
  client.on('query', kill)
  await assert.rejects(work, /killed/)
  client.off('query', kill)
}

/** Does something else, whole, right before the first statement of the work that looks like this. */
async function meanwhile<T>(next: RegExp, other: () => Promise<void>, work: () => Promise<T>) {
  type Client = { _query(connection: unknown, query: { sql: string }): Promise<unknown> }
  const client: Client = Object.getPrototypeOf(db.connection().getReadClient().client)
  const { _query: send } = client
  let isDone = false
  client._query = async function (connection, query) {
    if (!isDone && next.test(query.sql)) {
      isDone = true
      await other()
    }
    return send.call(this, connection, query)
  }
  try {
    return await work()
  } finally {
    client._query = send
  }
}

test.group('Counting', (group) => {
  emptied(group)

  test('notes a piece whole or not at all', async ({ assert }) => {
    await referredTo('TAR')
    await tallying().round(later())
    await referredTo('ORM')
    const kept = () => db.from('tallies').orderBy('name').select('name', 'counts')
    const before = await kept()
    await killedAt(/update .tally_marks/, () => countSteps(later()), assert)
    assert.deepEqual(await kept(), before)
    await countedOnce(assert)
    assert.notDeepEqual(await kept(), before)
  })

  test('counts once what two processes count at once', async ({ assert }) => {
    for (const code of ['TAR', 'ORM', 'EMN']) await referredTo(code)
    await Promise.all([tallying().round(later()), tallying().round(later())])
    await referredTo('TAR')
    await Promise.all([tallying().round(later()), tallying().round(later())])
    await countedOnce(assert)
  })

  test('does not pass a step whose transaction is open', async ({ assert }) => {
    if (db.connection().dialect.name !== 'mysql') return
    const [first] = [await received()]
    await tallying().round(later())
    const by = { officer: await officer('sef') }
    const farm = await unit('TAR')
    const open = await db.transaction()
    const held = await Petition.findOrFail(first.id, { client: open })
    await held.refer(farm, by, open)
    await received()
    await tallying().round()
    await agree(assert, [by.officer])
    await open.commit()
    await agree(assert, [by.officer])
    await tallying().round()
    await countedOnce(assert)
  })

  test('counts a letter in the week in which it came, though that was counted', async ({
    assert,
  }) => {
    const sef = await officer('sef')
    const subject = (await district()).subjectByCode('sosyal.gida')!
    await received({ subject })
    await tallying().round(later())
    const before = await onThePage(sef)
    const arrivedAt = DateTime.utc().minus({ days: 7 })
    await Petition.receive(details({ subject, text: 'Mektup.' }), { arrivedAt })
    await tallying().round(later())
    const after = await onThePage(sef)
    assert.notDeepEqual(after, before)
    assert.deepEqual(after, await countedBySql(sef))
    await beginRecount()
    await tallying().round(later())
    assert.deepEqual(await onThePage(sef), after)
  })

  test('waits no longer for one that was rolled back', async ({ assert }) => {
    if (db.connection().dialect.name !== 'mysql') return
    const { id } = await received()
    await tallying().round(later())
    const by = { officer: await officer('sef') }
    const broken = await db.transaction()
    const held = await Petition.findOrFail(id, { client: broken })
    await held.refer(await unit('TAR'), by, broken)
    await broken.rollback()
    const last = await received()
    const mark = async () => (await db.from('tally_marks').firstOrFail()).step_id
    const [step] = await db.from('steps').where('petition_id', last.id)
    await tallying().round()
    assert.isBelow(await mark(), step.id)
    await tallying().round(later())
    assert.equal(await mark(), step.id)
    await countedOnce(assert)
  })

  test('is seen whole or not at all by a page that is just being read', async ({ assert }) => {
    if (db.connection().dialect.name !== 'mysql') return
    const manager = await officer('kaymakam')
    await referredTo('TAR')
    await tallying().round(later())
    for (const next of [/from `tallies`/, /counted_petitions/, /from `text_marks`/]) {
      await referredTo('ORM')
      const own = await countedBySql(manager)
      const seen = await meanwhile(
        next,
        () => tallying().round(later()),
        () => onThePage(manager)
      )
      assert.deepEqual(seen, own, String(next))
    }
  })

  test('goes on with a recount that was broken off', async ({ assert, client }) => {
    const manager = await officer('kaymakam')
    const { id } = await referredTo('TAR')
    await tallying().round(later())
    await db.from('tallies').update({ counts: '{"bureau.house..":{"2026-01-05":7}}' })
    await beginRecount()
    const page = () => client.get('/izleme').loginAs(manager)
    ;(await page()).assertTextIncludes('Sayılar hesaplanıyor')
    const petition = await Petition.findOrFail(id)
    await petition.change((now, trx) => now.restrict({ officer: manager }, trx))
    await tallying().round(later())
    assert.notInclude((await page()).text(), 'Sayılar hesaplanıyor')
    await countedOnce(assert)
    assert.isNull(await recountPiece())
  })

  test('says until when it counts, when more has happened than a page counts itself', async ({
    assert,
    client,
  }) => {
    const manager = await officer('kaymakam')
    await received()
    await tallying().round(later())
    for (let more = 0; more < TAIL; more++) await received()
    await agree(assert, [manager])
    const page = () => client.get('/izleme').loginAs(manager)
    assert.notInclude((await page()).text(), 'en son katılan an')
    await received()
    const behind = await page()
    behind.assertTextIncludes('en son katılan an')
    behind.assertTextIncludes('>1</a>')
    await countSteps(later())
    assert.notInclude((await page()).text(), 'en son katılan an')
    await countedOnce(assert)
  })
})

/** The rows of which the page reads what they count; the others it remembers. */
async function readAnew(page: () => Promise<unknown>) {
  const client = db.connection().getReadClient()
  const rows: unknown[] = []
  const note = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
    if (/^select \* from .tallies./.test(sql)) rows.push(...bindings)
  }
  client.on('query', note)
  await page()
  client.off('query', note)
  return rows
}

/** What is not of several authorities together. */
const own = () => db.from('tallies').whereNot('authority_id', 0)

test.group('What the figures may cost the database', (group) => {
  emptied(group)

  test('is to read what has changed since they were read last, and nothing twice', async ({
    assert,
  }) => {
    const people = [await officer('kaymakam'), await officer('sef')]
    const read = () => readAnew(() => agree(assert, people))
    for (const code of ['TAR', 'ORM', 'EMN']) await referredTo(code)
    await tallying().round(later())
    const rows = () => own().orderBy('id').select('id', 'version')
    const before = await rows()
    assert.sameMembers(
      await read(),
      before.map(({ id }) => id)
    )
    assert.isEmpty(await read())

    await referredTo('TAR')
    await tallying().round(later())
    const known = new Set(before.map(({ id, version }) => `${id} ${version}`))
    const changed = (await rows()).filter(({ id, version }) => !known.has(`${id} ${version}`))
    assert.isBelow(changed.length, before.length)
    assert.sameMembers(
      await read(),
      changed.map(({ id }) => id)
    )

    await beginRecount()
    await tallying().round(later())
    assert.sameMembers(
      await read(),
      (await rows()).map(({ id }) => id)
    )
  })

  test('is a hundred rows and a few for each of the last steps, whatever has piled up', async ({
    assert,
  }) => {
    const manager = await officer('kaymakam')
    await Crowd.gather(3000, manager.authorityId)
    Catalogue.forget()
    await tallying().round(later())
    await agree(assert, [manager, await officer('sef')])
    if (db.connection().dialect.name !== 'mysql') return
    const database = new Database(process.env as Record<string, string>)
    const read = async () => (await database.count(() => onThePage(manager))).rows
    const [rows, tallies] = [await read(), (await own()).length]
    assert.isBelow(rows, tallies + 20)
    for (let more = 0; more < 20; more++) await received()
    assert.isBelow(await read(), tallies + 20 + 20 * 5)
    await database.close()
  }).timeout(120_000)
})
