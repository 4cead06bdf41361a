import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { CalendarMove, LastDay, Mover, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { officer, referredTo } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const silent = { error() {} }
const mover = (aPiece?: number) => new Mover(silent, {}, aPiece)
const NAME = 'İdari izin'

/** Somebody gives everybody leave on this day, and the move of what it moves is begun. */
async function leave(day: DateTime, about: object = {}) {
  const { id: officerId } = await officer('sef')
  const row = { day: day.toISODate()!, portion: 'full', name: NAME, kind: 'administrative' }
  await insertRows(db.connection(), 'holidays', [{ ...row, authority_id: districtId() }])
  const entered = { authorityId: districtId(), forTree: false, officerId, name: NAME }
  return transaction((trx) =>
    CalendarMove.begin({ ...entered, firstDay: day, lastDay: day, ...about }, trx)
  )
}

const stepsOf = (petition: Petition) =>
  db.from('steps').where({ petition_id: petition.id, kind: 'dayMoved' })
const toldOf = (petition: Petition) =>
  db.from('messages').where({ petition_id: petition.id, event: 'moved' })
const again = (petition: Petition) => Petition.findOrFail(petition.id)

test.group('Leave that was entered', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('moves an open petition with a step, a row and a message, and no concluded one', async ({
    assert,
  }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    const petition = await referredTo('TAR', { phone })
    const concluded = await referredTo('ORM', { text: 'Orman yolu kapalı.', phone })
    await db.from('petitions').where('id', concluded.id).update({ stage: 'concluded' })
    const { dueOn, legalDueOn } = petition
    const before = (await LastDay.of(petition)).promise!
    const move = await leave(dueOn)
    await mover().round()

    const moved = await again(petition)
    assert.isAbove(moved.dueOn.toMillis(), dueOn.toMillis())
    assert.equal(moved.legalDueOn.toISODate(), legalDueOn.toISODate())
    const { promise } = await LastDay.of(moved)
    assert.match(promise!.reason, /^kayıt gününden sonra 7 gün; 7\. gün tatile geldiği için/)
    assert.include(promise!.daysOff!, NAME)
    const [step] = await stepsOf(petition)
    assert.equal(step.note, NAME)
    assert.equal(step.stage, moved.stage)
    const [first] = await db.from('deadlines').where('petition_id', petition.id).orderBy('id')
    assert.equal(first.reason, before.reason)
    const [told] = await toldOf(petition)
    assert.include(told.placeholders, moved.dueOn.toISODate()!)
    assert.equal((await again(concluded)).dueOn.toISODate(), concluded.dueOn.toISODate())
    await move.refresh()
    assert.isTrue(move.isFinished)
    assert.equal(move.moved, 1)
  })

  test('is gone through once more after everybody knows of it, and moves nothing twice', async ({
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone: PhoneNumber.parse('0500 012 34 56') })
    const move = await leave(petition.dueOn)
    const patient = new Mover(silent, { hours: 1 })
    await patient.round()
    await move.refresh()
    assert.isFalse(move.isFinished)
    const { dueOn } = await again(petition)
    // Another process has not heard of it and promises the day that is off.
    const late = await referredTo('ORM', { text: 'Orman yolu kapalı.' })
    const { promiseReckoningId } = petition
    const day = petition.dueOn.toISODate()
    await db
      .from('petitions')
      .where('id', late.id)
      .update({ due_on: day, promise_reckoning_id: promiseReckoningId })
    await mover().round()
    await move.refresh()
    assert.isTrue(move.isFinished)
    assert.equal((await again(late)).dueOn.toISODate(), dueOn.toISODate())
    assert.equal((await again(petition)).dueOn.toISODate(), dueOn.toISODate())
    assert.lengthOf(await stepsOf(petition), 1)
    assert.lengthOf(await toldOf(petition), 1)
  })

  test('goes on where it was killed: nothing twice, nothing lost', async ({ assert }) => {
    const texts = ['Yol bozuk.', 'Lamba yanmıyor.', 'Su akmıyor.', 'Köprü yıkık.', 'Çöp var.']
    const all: Petition[] = []
    for (const text of texts) {
      const { petition } = await Petition.receive(details({ text }))
      all.push(petition)
    }
    const move = await leave(all[0]!.dueOn)
    await mover(2).piece()
    await move.refresh()
    assert.equal(move.moved, 2)
    assert.equal(move.done, Math.floor((100 * all[1]!.id) / all[4]!.id))
    // Killed after the petitions of a piece, and before it was noted how far it is.
    await CalendarMove.query().where('id', move.id).update({ looked_to: 0 })
    await mover(2).round()
    await move.refresh()
    assert.isTrue(move.isFinished)
    assert.equal(move.moved, 5)
    for (const petition of all) {
      assert.lengthOf(await stepsOf(petition), 1)
      const running = db.from('deadlines').where('petition_id', petition.id).whereNull('until')
      assert.lengthOf(await running, 1)
    }
  })

  test('waits for an officer who is faster, and moves what is there then', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await leave(petition.dueOn)
    const find = Petition.findOrFail.bind(Petition)
    let isFirst = true
    Petition.findOrFail = (async (...args: Parameters<typeof find>) => {
      const found = await find(...args)
      if (isFirst) await db.from('petitions').where('id', petition.id).increment('version', 1)
      isFirst = false
      return found
    }) as typeof Petition.findOrFail
    try {
      await mover().round()
    } finally {
      delete (Petition as Partial<typeof Petition>).findOrFail
    }
    assert.lengthOf(await stepsOf(petition), 1)
  })

  test('moves the law’s working days silently, and its 30 days never', async ({ assert }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    const { petition } = await Petition.receive(details({ kind: 'informationRequest', phone }))
    const { petition: other } = await Petition.receive(details())
    const day = petition.legalDueOn
    await leave(day)
    await mover().round()
    const moved = await again(petition)
    assert.isAbove(moved.legalDueOn.toMillis(), day.toMillis())
    assert.equal(moved.dueOn.toISODate(), petition.dueOn.toISODate())
    assert.lengthOf(await toldOf(petition), 0)
    const steps = db.from('steps').where({ petition_id: petition.id, kind: 'legalDayMoved' })
    assert.lengthOf(await steps, 1)
    assert.lengthOf(await db.from('steps').where('petition_id', other.id), 1)
  })
})
