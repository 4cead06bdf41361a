import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { fillDeadlines } from '#database/deadlines'
import { LastDay, Petition, PetitionList, type LastDays } from '#intake'
import { Catalogue, Deadline, type Clock } from '#organisation'
import { Answer } from '#response'
import { wrapped } from '#tests/support/database'
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

  test('names the step that set it, and what the petition has for its lists', async ({
    assert,
  }) => {
    const { petition } = await Petition.receive(details({ kind: 'informationRequest' }))
    const { promise, legal } = await LastDay.of(petition)
    const [step] = await petition.related('steps').query()
    for (const day of [promise!, legal!]) {
      assert.equal(day.stepId, step!.id)
      assert.equal(day.since.toSQL(), step!.takenAt.toSQL())
      assert.isNull(day.until)
    }
    assert.equal(promise!.dueOn.toISODate(), petition.dueOn.toISODate())
    assert.equal(legal!.dueOn.toISODate(), petition.legalDueOn.toISODate())
    assert.match(legal!.reasonIn('tr'), /^kayıt gününden sonra 15 iş günü/)
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
    const [before] = await rowsOfClock(petition, 'legal')
    const step = await move(petition, { legal: extended }, at)

    const [first, second, ...others] = await rowsOfClock(petition, 'legal')
    assert.deepEqual(first, { ...before!, until: at.toISO(), steps: [before!.steps[0], step.id] })
    assert.deepInclude(second, { since: at.toISO(), until: null, steps: [step.id, null] })
    assert.match(second!.why, /^kayıt gününden sonra 30 iş günü \(4982, madde 11\)/)
    assert.isEmpty(others)
    assert.deepEqual(await keptOnPetition(petition), [due, second!.on])
    assert.isAbove(Date.parse(second!.on!), Date.parse(first!.on!))
    assert.equal((await LastDay.of(petition)).legal!.dueOn.toISODate(), second!.on)
    assert.lengthOf(await rowsOfClock(petition, 'promise'), 1)
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
        [promise!.reason, promise!.stepId, asked.id, promise!.dueOn.toISODate()],
        ['sizden bilgi bekleniyor', asked.id, told.id, promise!.dueOn.toISODate()],
        ['bilgi beklenen 4 gün sayılmadı', told.id, null, later.toISODate()],
      ]
    )
    assert.equal(rows[1]!.until, rows[2]!.since)
    assert.deepEqual(await keptOnPetition(petition), [later.toISODate(), legal!.dueOn.toISODate()])
    assert.lengthOf(await rowsOfClock(petition, 'legal'), 1)
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
        .map((sql) => /petition_readers|petitions|steps|deadlines/.exec(sql)![0]),
      ['petitions', 'petition_readers', 'steps', 'deadlines', 'deadlines']
    )
    const { promise, legal } = await LastDay.of(petition)
    assert.include(promise!.daysOff!, 'İdari izin')
    assert.equal(promise!.stepId, legal!.stepId)
    assert.deepEqual(await keptOnPetition(petition), [
      promise!.dueOn.toISODate(),
      legal!.dueOn.toISODate(),
    ])
    assert.lengthOf(await rowsOf(petition).whereNull('until'), 2)
  })

  test('is never promised earlier: then nothing is written', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const { promise } = await LastDay.of(petition)
    const earlier = given(promise!.dueOn.minus({ days: 1 }), promise!)
    const [rows, steps] = [await rowsOf(petition), await db.from('steps')]
    await assert.rejects(() => move(petition, { promise: earlier }, DateTime.utc()), /earlier/)
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
function given(on: DateTime, { ruleId, reason }: LastDay) {
  return { on, ruleId, daysOff: null, reason: () => reason }
}

test.group('Petitions received before last days were rows', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('get the same rows as they would have had', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const had = await rowsOf(petition).orderBy('id')
    await rowsOf(petition).delete()
    await fillDeadlines(db.connection())
    const has = await rowsOf(petition).orderBy('id')
    const known = (row: Record<string, unknown>) => ({ ...row, id: 0 })
    assert.deepEqual(has.map(known), had.map(known))
  })

  test('keep their day and get no reason that would be untrue', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    await rowsOf(petition).delete()
    await leaveOn(petition.dueOn)
    await fillDeadlines(db.connection())
    const { promise, legal } = await LastDay.of(petition)
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
