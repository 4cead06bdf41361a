import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Reckonings from '#database/migrations/028_reckonings'
import { earlier } from '#tests/support/databases/earlier'
import { insertRows } from '#database/fill'
import { fillDeadlines } from '#database/deadlines'
import { LastDay, Petition, PetitionList, Reckoning, type DayHeld, type LastDays } from '#intake'
import { Catalogue, Deadline, type Clock } from '#organisation'
import { Answer } from '#response'
import { emptied, wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'
import { officer, referredTo, submitted } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** The authority gives everybody leave on this day. */
async function leaveOn(day: DateTime) {
  const { authority } = await district()
  const leave = { day: day.toISODate()!, portion: 'full', name: 'İdari izin' }
  await insertRows(db.connection(), 'holidays', [
    { ...leave, authority_id: authority.id, kind: 'administrative', basis: null },
  ])
  Catalogue.forget()
}

const rowsOf = (petition: Petition) => db.from('deadlines').where('petition_id', petition.id)

test.group('The last day of a petition', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('keeps its reason when leave is entered later, and a new petition has another', async ({
    assert,
  }) => {
    const { petition, reasons } = await Petition.receive(details())
    const before = (await LastDay.of(petition)).promise!
    await leaveOn(petition.dueOn)
    await db.from('deadline_rules').update({ reason: 'bambaşka bir kural' })
    Catalogue.forget()

    const after = (await LastDay.of(petition)).promise!
    assert.equal(after.reasonIn('tr'), before.reasonIn('tr'))
    assert.equal(after.reasonIn('tr'), reasons.tr)
    assert.equal(after.reasonIn('en'), reasons.en)

    const { petition: later } = await Petition.receive(details())
    const moved = (await LastDay.of(later)).promise!
    assert.equal(moved.reasonIn('tr'), 'bambaşka bir kural; 7. gün tatile geldiği için ilk iş günü')
    assert.isTrue(moved.rolledFrom!.toISODate()! <= petition.dueOn.toISODate()!)
    assert.include(moved.daysOff!, '"name":"İdari izin"')
    assert.isTrue(moved.dueOn.toISODate()! > petition.dueOn.toISODate()!)
  })

  test('is one row for whatever is received on one day, and read without a statement', async ({
    assert,
  }) => {
    const [{ petition }, { petition: other }] = [
      await Petition.receive(details({ kind: 'informationRequest' })),
      await Petition.receive(details({ kind: 'informationRequest', text: 'Yol ne zaman açılır?' })),
    ]
    assert.equal(petition.promiseReckoningId, other.promiseReckoningId)
    assert.equal(petition.legalReckoningId, other.legalReckoningId)
    assert.lengthOf(await db.from('reckonings'), 2)
    assert.isEmpty(await rowsOf(petition))
    const read = await Petition.findOrFail(petition.id)
    const { statements, result } = await statementsOf(() => LastDay.of(read))
    assert.isEmpty(statements)
    assert.equal(result.promise!.dueOn.toISODate(), petition.dueOn.toISODate())
    assert.equal(result.legal!.dueOn.toISODate(), petition.legalDueOn.toISODate())
    assert.match(result.legal!.reasonIn('tr'), /^kayıt gününden sonra 15 iş günü/)
  })

  test('is what was said then also for a process that has just started', async ({ assert }) => {
    const { petition, reasons } = await Petition.receive(details())
    await leaveOn(petition.dueOn)
    await db.from('deadline_rules').update({ reason: 'bambaşka bir kural', reason_en: 'another' })
    Catalogue.forget()
    Reckoning.forget()
    const { promise, legal } = await LastDay.of(await Petition.findOrFail(petition.id))
    assert.equal(promise!.reasonIn('tr'), reasons.tr)
    assert.equal(promise!.reasonIn('en'), reasons.en)
    assert.equal(legal!.reasonIn('tr'), 'kayıt gününden sonra 30 gün')
    const { petition: later } = await Petition.receive(details())
    assert.notEqual(later.promiseReckoningId, petition.promiseReckoningId)
    assert.equal(later.receivedAt.toISODate(), petition.receivedAt.toISODate())
  })

  test('is another row when nothing but the words of a rule change', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    await db.from('deadline_rules').update({ reason: 'bambaşka bir kural' })
    Catalogue.forget()
    const { petition: later } = await Petition.receive(details())
    assert.equal(later.dueOn.toISODate(), petition.dueOn.toISODate())
    assert.match((await LastDay.of(later)).promise!.reasonIn('tr'), /^bambaşka bir kural/)
    assert.match((await LastDay.of(petition)).promise!.reasonIn('tr'), /^kayıt gününden/)
  })
})

test.group('A first petition of a day', (group) => {
  emptied(group)

  test('may come to several processes at once: its days are kept once', async ({ assert }) => {
    const catalogue = await district()
    const at = DateTime.utc()
    // Each forgets what the one before has begun, as if it were another process.
    const all = await Promise.all(
      Array.from({ length: 4 }, () => {
        Reckoning.forget()
        return Reckoning.of(catalogue, at, 'request')
      })
    )
    assert.lengthOf(await db.from('reckonings'), 2)
    for (const clock of ['promise', 'legal'] as const) {
      assert.lengthOf([...new Set(all.map((one) => one[clock].id))], 1)
    }
  })
})

/** A step that the petition takes anyway, and with it another day for a clock. */
async function move(petition: Petition, lastDays: LastDays, at: DateTime) {
  const by = await officer('tarim')
  return petition.change((now, trx) =>
    now.take({ kind: 'contacted', officer: by, takenAt: at, lastDays, trx })
  )
}

/** All rows of one clock, oldest first, as the database has them. */
async function rowsOfClock(petition: Petition, clock: Clock) {
  const rows = await LastDay.query().where({ petition_id: petition.id, clock }).orderBy('id')
  return rows.map((row) => ({
    on: row.dueOn.toISODate(),
    why: row.reasonIn('tr'),
    since: row.since.toISO(),
    until: row.until?.toISO() ?? null,
    steps: [row.stepId, row.untilStepId],
  }))
}

async function firstStep(petition: Petition) {
  return (await db.from('steps').where({ petition_id: petition.id, position: 1 }).firstOrFail()).id
}

async function keptOnPetition(petition: Petition) {
  const kept = await Petition.findOrFail(petition.id)
  return [kept.dueOn.toISODate(), kept.legalDueOn.toISODate()]
}

test.group('A last day that changes', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is extended: the running row ends with the step, and a new one begins', async ({
    assert,
  }) => {
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const [due] = await keptOnPetition(petition)
    const { calendar, rules } = await district()
    const fifteen = rules.find(({ petitionKind }) => petitionKind === 'informationRequest')!
    // On a ground of law 4982 art. 11, told in writing before the fifteenth day.
    const { id, authorityId, clock, petitionKind, counted, rolls, reasonEn, source } = fifteen
    const reason = 'kayıt gününden sonra 30 iş günü (4982, madde 11)'
    const own = { id, authorityId, clock, petitionKind, counted, rolls, reasonEn, source }
    const extended = Deadline.for(petition.receivedAt, { ...own, days: 30, reason }, calendar)
    const at = petition.receivedAt.plus({ days: 3 }).startOf('second')
    const { legal: before } = await LastDay.of(petition)
    const step = await move(petition, { legal: extended }, at)

    const [first, second, ...others] = await rowsOfClock(petition, 'legal')
    assert.deepEqual(first, {
      on: before!.dueOn.toISODate(),
      why: before!.reasonIn('tr'),
      since: petition.receivedAt.startOf('second').toISO(),
      until: at.toISO(),
      steps: [await firstStep(petition), step.id],
    })
    assert.deepInclude(second, { since: at.toISO(), until: null, steps: [step.id, null] })
    assert.match(second!.why, /^kayıt gününden sonra 30 iş günü \(4982, madde 11\)/)
    assert.isEmpty(others)
    assert.deepEqual(await keptOnPetition(petition), [due, second!.on])
    assert.isAbove(Date.parse(second!.on!), Date.parse(first!.on!))
    assert.equal((await LastDay.of(petition)).legal!.dueOn.toISODate(), second!.on)
    assert.isEmpty(await rowsOfClock(petition, 'promise'))
    assert.equal((await LastDay.of(petition)).promise!.dueOn.toISODate(), due)

    const both = await LastDay.of(petition)
    const later = petition.legalDueOn.plus({ days: 7 })
    const again = { ...given(later, both.legal!), reason: () => 'ek süre' }
    const last = await move(petition, { promise: given(later, both.promise!), legal: again }, at)
    const whole = await rowsOfClock(petition, 'legal')
    assert.deepEqual(
      whole.map(({ steps }) => steps),
      [
        [await firstStep(petition), step.id],
        [step.id, last.id],
        [last.id, null],
      ]
    )
    const [kept, running] = await rowsOfClock(petition, 'promise')
    assert.deepEqual([kept!.on, kept!.steps], [due, [await firstStep(petition), last.id]])
    assert.deepEqual(running!.steps, [last.id, null])
    assert.equal((await LastDay.of(petition)).legal!.reasonIn('tr'), 'ek süre')
  })

  test('pauses and goes on: each is a row with its sentence, and the legal clock never waits', async ({
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const { promise, legal } = await LastDay.of(petition)
    const at = petition.receivedAt.plus({ days: 2 }).startOf('second')
    const waiting = { ...given(promise!.dueOn, promise!), reason: () => 'sizden bilgi bekleniyor' }
    const asked = await move(petition, { promise: waiting }, at)
    const later = promise!.dueOn.plus({ days: 4 })
    const running = { ...given(later, promise!), reason: () => 'bilgi beklenen 4 gün sayılmadı' }
    const told = await move(petition, { promise: running }, at.plus({ days: 4 }))

    const rows = await rowsOfClock(petition, 'promise')
    assert.deepEqual(
      rows.map(({ why, steps, on }) => [why, ...steps, on]),
      [
        [promise!.reason, await firstStep(petition), asked.id, promise!.dueOn.toISODate()],
        ['sizden bilgi bekleniyor', asked.id, told.id, promise!.dueOn.toISODate()],
        ['bilgi beklenen 4 gün sayılmadı', told.id, null, later.toISODate()],
      ]
    )
    assert.equal(rows[1]!.until, rows[2]!.since)
    assert.deepEqual(await keptOnPetition(petition), [later.toISODate(), legal!.dueOn.toISODate()])
    assert.isEmpty(await rowsOfClock(petition, 'legal'))
    const { rows: due } = await PetitionList.page(await officer('sef'), { dueOn: later })
    assert.deepEqual(
      due.map(({ number }) => number),
      [petition.number]
    )
  })

  test('moves with both clocks in one act, when leave is entered', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await leaveOn(petition.dueOn)
    const moved = (await district()).deadlines(petition.receivedAt, petition.kind)
    const { version } = petition
    const { statements } = await statementsOf(() => move(petition, moved, DateTime.utc()))
    assert.equal(petition.version, version + 1)
    const writes = statements.map((sql) => sql.trim().replaceAll('`', '').toLowerCase())
    assert.deepEqual(
      writes
        .filter((sql) => /^(insert|update)/.test(sql))
        .map((sql) => /petition_readers|petitions|steps|deadlines|office_times/.exec(sql)![0]),
      // A contact is measured beside (office_times).
      ['petitions', 'petition_readers', 'steps', 'deadlines', 'deadlines', 'office_times']
    )
    const { promise, legal } = await LastDay.of(petition)
    assert.include(promise!.daysOff!, 'İdari izin')
    assert.deepEqual(await keptOnPetition(petition), [
      promise!.dueOn.toISODate(),
      legal!.dueOn.toISODate(),
    ])
    const running = await rowsOf(petition).whereNull('until')
    assert.lengthOf(running, 2)
    assert.equal(running[0].step_id, running[1].step_id)
    assert.lengthOf(await rowsOf(petition).where('until_step_id', running[0].step_id), 2)
  })

  test('is never promised earlier: then nothing is written', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const { promise } = await LastDay.of(petition)
    const sooner = given(promise!.dueOn.minus({ days: 1 }), promise!)
    const [rows, steps] = [await rowsOf(petition), await db.from('steps')]
    await assert.rejects(() => move(petition, { promise: sooner }, DateTime.utc()), /earlier/)
    assert.deepEqual(await rowsOf(petition), rows)
    assert.lengthOf(await db.from('steps'), steps.length)
  })

  test('is on the petition, for its lists, what its running row says, whatever happened', async ({
    assert,
  }) => {
    const petition = await submitted()
    await (await Answer.newestOf(petition))!.approve(await officer('tarim.amir'))
    await referredTo('ORM', { kind: 'informationRequest' })
    for (const one of await Petition.all()) {
      const { promise, legal } = await LastDay.of(one)
      const running = [promise!.dueOn.toISODate(), legal!.dueOn.toISODate()]
      assert.deepEqual(await keptOnPetition(one), running)
    }
  })
})

/** Another day by the rule of a row, with its words. */
function given(on: DateTime, { ruleId, reason }: DayHeld) {
  return { on, ruleId, daysOff: null, reason: () => reason }
}

/** The tables as they were then: a petition named its rules, and had rows for its days. */
async function asBefore(cleanup: (work: () => Promise<void>) => void) {
  const migration = earlier(Reckonings, '028_reckonings')
  await migration.down()
  cleanup(async () => void (await migration.up()))
}

test.group('Petitions received before last days were rows', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('get the same rows as they would have had', async ({ assert, cleanup }) => {
    const { petition } = await Petition.receive(details())
    await asBefore(cleanup)
    const had = await rowsOf(petition).orderBy('id')
    await rowsOf(petition).delete()
    await fillDeadlines(db.connection())
    const has = await rowsOf(petition).orderBy('id')
    const known = (row: Record<string, unknown>) => ({ ...row, id: 0 })
    assert.deepEqual(has.map(known), had.map(known))
  })

  test('keep their day and get no reason that would be untrue', async ({ assert, cleanup }) => {
    const { petition } = await Petition.receive(details())
    await asBefore(cleanup)
    await rowsOf(petition).delete()
    await leaveOn(petition.dueOn)
    await fillDeadlines(db.connection())
    const { promise, legal } = await LastDay.of({
      id: petition.id,
      promiseReckoningId: null,
      legalReckoningId: null,
    })
    assert.equal(promise!.dueOn.toISODate(), petition.dueOn.toISODate())
    assert.equal(promise!.reasonIn('tr'), 'başvurunuz alındığında böyle belirlendi')
    assert.equal(promise!.reasonIn('en'), 'so set when your petition was received')
    assert.isNull(promise!.rolledFrom)
    assert.equal(legal!.reasonIn('tr'), 'kayıt gününden sonra 30 gün')
  })

  test('are filled page by page, and a second run goes on where the first stopped', async ({
    assert,
    cleanup,
  }) => {
    const { petition: first } = await Petition.receive(details())
    await asBefore(cleanup)
    const row = await db.from('petitions').where('id', first.id).firstOrFail()
    const [step] = await db.from('steps').where('petition_id', first.id)
    for (let count = 0; count < 205; count++) {
      const number = String(9_000_000_000 + count)
      const copy = { ...row, id: first.id + 1 + count, number, token_digest: null }
      await db.table('petitions').insert(copy)
      await db.table('steps').insert({ ...step, id: step.id + 1 + count, petition_id: copy.id })
    }
    const inserted: string[] = []
    const client = db.connection()
    const hear = ({ sql }: { sql: string }) => {
      if (/^insert into .deadlines/.test(sql)) inserted.push(sql)
    }
    client.getReadClient().on('query', hear)
    cleanup(() => void client.getReadClient().off('query', hear))
    await fillDeadlines(client)
    assert.lengthOf(inserted, 3)
    assert.lengthOf(await db.from('deadlines'), 2 * 206)
    await fillDeadlines(client)
    assert.lengthOf(inserted, 3)

    await db
      .from('deadlines')
      .where('petition_id', '>', first.id + 150)
      .delete()
    await fillDeadlines(client)
    assert.lengthOf(await db.from('deadlines'), 2 * 206)
  })
})

test.group('Reckonings', (group) => {
  emptied(group)

  test('become rows of each petition on the way back, and go on from there', async ({
    assert,
    cleanup,
  }) => {
    const petition = await referredTo('TAR')
    const { promise, legal } = await LastDay.of(petition)
    const moved = given(petition.dueOn.plus({ days: 3 }), promise!)
    await move(petition, { promise: moved }, DateTime.utc())
    const { petition: untouched } = await Petition.receive(details())
    const before = await columns()

    const migration = earlier(Reckonings, '028_reckonings')
    await migration.down()
    let isDown = true
    const up = async () => {
      if (isDown) await migration.up()
      isDown = false
    }
    cleanup(up)
    assert.lengthOf(await rowsOf(petition).whereNull('until'), 2)
    assert.lengthOf(await rowsOf(untouched).whereNull('until'), 2)
    const [old] = await db.from('petitions').where('id', petition.id)
    assert.deepEqual([old.due_rule_id, old.legal_rule_id], [promise!.ruleId, legal!.ruleId])

    await up()
    Reckoning.forget()
    assert.deepEqual(await columns(), before)
    const again = await LastDay.of(await Petition.findOrFail(untouched.id))
    assert.equal(again.promise!.reasonIn('tr'), promise!.reasonIn('tr'))
    assert.equal(again.promise!.dueOn.toISODate(), untouched.dueOn.toISODate())
    await Petition.receive(details({ text: 'Sokak lambası yanmıyor.' }))
    assert.lengthOf(await db.from('reckonings'), 2)
  })
})

async function columns() {
  const found = Object.keys(await db.connection().columnsInfo('petitions'))
  return found.toSorted()
}
