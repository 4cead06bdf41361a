import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue, DeadlineRule } from '#organisation'
import { Answer } from '#response'
import { dayOf } from '#shared/dates/turkish_date'
import {
  answered,
  objected as objectsTo,
  OBJECTION as WORDS,
  objects,
  saysSolved,
} from '#tests/support/afterwards'
import { says, send } from '#tests/support/at_the_card'
import { fresh, lookedUp, stepsOf, told } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { GRANTED, newOfficer, officer } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'
import type { ApiClient } from '@japa/api-client'

const iso = (day: unknown) => dayOf(day as never).toISODate()!

async function objected(client: ApiClient) {
  const { petition, secret } = await answered()
  await objectsTo(client, petition, secret)
  return { petition: await fresh(petition), secret }
}

test.group('An objection', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('is made once, after “no” was said, and a second press is none', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    const early = await objects(client, petition, secret, WORDS)
    early.assertStatus(422)
    early.assertTextIncludes(says('intake.problems.stage.notSaidNo'))
    await saysSolved(client, petition, secret, { solved: 'no' })
    for (const _ of [1, 2]) {
      ;(await objects(client, petition, secret, WORDS)).assertStatus(200)
    }
    const again = await objects(client, petition, secret, 'Bir şey daha.')
    again.assertStatus(422)
    again.assertTextIncludes(says('intake.problems.stage.objectedBefore'))
    const rows = await db.from('objections').where('petition_id', petition.id)
    assert.lengthOf(rows, 1)
    assert.equal(rows[0].level, 'chief', 'above the head who approved it')
    assert.notInclude(rows[0].words, 'programdaydı')
    assert.lengthOf(await stepsOf(petition, 'objected'), 1)
    assert.equal((await fresh(petition)).stage, 'concluded')
  })

  test('counts in the last minute of its last day, and not after it', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    await saysSolved(client, petition, secret, { solved: 'no' })
    itIs('2027-01-01T20:59:59Z')
    const { form } = await lookedUp(client, petition, secret)
    const sent = () =>
      client.post('/sorgula/itiraz').form({ opened: form.opened, objection: WORDS })
    itIs('2027-01-01T21:00:00Z')
    const late = await sent()
    late.assertStatus(422)
    late.assertTextIncludes(says('intake.problems.stage.objectedTooLate'))
    itIs('2027-01-01T20:59:59Z')
    ;(await sent()).assertStatus(200)
    assert.lengthOf(await db.from('objections').where('petition_id', petition.id), 1)
  })

  test('is decided above whoever gave the answer, and by nobody else', async ({
    client,
    assert,
  }) => {
    const { petition } = await objected(client)
    const words = { decision: 'rejected', letter: 'Cevap yerindedir.' }
    for (const login of ['tarim.amir', 'kaymakam', 'tarim']) {
      const refused = await send(client, await officer(login), petition, 'itiraz', words)
      assert.include([403, 404, 422], refused.status(), login)
    }
    const list = await client.get('/itirazlar').loginAs(await officer('tarim.amir'))
    list.assertTextIncludes(says('response.afterwards.objections.none'))
    const sef = await officer('sef')
    const own = await client.get('/itirazlar').loginAs(sef)
    own.assertTextIncludes(petition.number)
    ;(await send(client, sef, petition, 'itiraz', { decision: 'rejected' })).assertStatus(422)
    ;(await send(client, sef, petition, 'itiraz', words)).assertStatus(303)
    assert.lengthOf(await stepsOf(petition, 'objectionRejected'), 1)
    const second = await send(client, sef, petition, 'itiraz', words)
    second.assertStatus(422)
  })

  test('that is refused leaves the answer, and is told with its own words', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await objected(client)
    const words = { decision: 'rejected', letter: 'Program kesindir; cevap yerindedir.' }
    await send(client, await officer('sef'), petition, 'itiraz', words)
    assert.equal((await fresh(petition)).stage, 'concluded')
    assert.lengthOf(await told(petition, 'objectionDecided'), 1)
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes('Program kesindir; cevap yerindedir.')
  })

  test('that is upheld opens the petition anew at its unit, with new clocks', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await objected(client)
    itIs('2026-12-16T09:00:00Z')
    const words = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
    ;(await send(client, await officer('sef'), petition, 'itiraz', words)).assertStatus(303)
    const after = await fresh(petition)
    assert.deepEqual(
      [after.stage, after.outcome, after.unitId],
      ['inProgress', null, petition.unitId]
    )
    assert.equal(iso(after.dueOn), '2026-12-23')
    assert.equal(iso(after.legalDueOn), '2027-01-15')
    assert.lengthOf(await told(petition, 'reopened'), 1)

    // Answered again it is asked again, and nobody objects a second time.
    await (await Answer.draftFor(after)).submit(GRANTED, await officer('tarim'))
    await (await Answer.draftFor(await fresh(after))).approve(await officer('tarim.amir'))
    assert.lengthOf(await db.from('surveys').where('petition_id', petition.id), 2)
    const done = await fresh(after)
    await saysSolved(client, done, secret, { solved: 'no' })
    ;(await objects(client, done, secret, 'Yine olmadı.')).assertStatus(422)
  })

  test('that is upheld promises nothing for later than the law has it', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => Catalogue.forget())
    const { petition } = await objected(client)
    await DeadlineRule.create({
      ...{ authorityId: districtId(), clock: 'promise', petitionKind: 'request' },
      ...{ days: 60, counted: 'calendar', rolls: false, source: 'deneme', version: 1 },
      ...{ reason: '60 gün', reasonEn: '60 days' },
    })
    Catalogue.forget()
    itIs('2026-12-16T09:00:00Z')
    const words = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
    ;(await send(client, await officer('sef'), petition, 'itiraz', words)).assertStatus(303)
    const after = await fresh(petition)
    assert.deepEqual([iso(after.dueOn), iso(after.legalDueOn)], ['2027-01-15', '2027-01-15'])
  })

  test('goes to a manager where the bureau itself had answered', async ({ client, assert }) => {
    await newOfficer('ikinci.kaymakam', null, ['manager'])
    const { petition } = await objected(client)
    await db
      .from('objections')
      .where('petition_id', petition.id)
      .update({ level: 'manager', given_by: (await officer('kaymakam')).id })
    const words = { decision: 'rejected', letter: 'Cevap yerindedir.' }
    const giver = await send(client, await officer('kaymakam'), petition, 'itiraz', words)
    giver.assertStatus(422)
    const other = await officer('ikinci.kaymakam')
    ;(await send(client, other, petition, 'itiraz', words)).assertStatus(303)
    assert.lengthOf(await stepsOf(petition, 'objectionRejected'), 1)
  })
})
