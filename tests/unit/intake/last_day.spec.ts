import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { fillDeadlines } from '#database/deadlines'
import { LastDay, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'

/** The authority gives everybody leave on this day. */
async function leaveOn(day: DateTime) {
  const { authority } = await Catalogue.current()
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
    assert.isTrue(moved.rolledFrom! <= petition.dueOn)
    assert.include(moved.daysOff!, '"name":"İdari izin"')
    assert.isTrue(moved.dueOn > petition.dueOn)
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
