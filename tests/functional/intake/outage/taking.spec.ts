import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Officer, Subject } from '#organisation'
import { Catalogue } from '#organisation'
import { moment } from '#shared/dates/stored'
import { OutageForm } from '../../../../app/intake/models/outage_form.ts'
import { OutageToken } from '../../../../app/intake/outage/sealing/token.ts'
import { emptied } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'
import { lineOf, sealed, sentForms, words } from '#tests/support/outage'
import { district } from '#tests/support/databases/district'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.group('A form that was written while the line was cut', (group) => {
  emptied(group)

  test('becomes a petition of the moment and the officer it was written by, sent by another', async ({
    client,
    assert,
  }) => {
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const token = OutageToken.issue(masa, Date.now() - 30 * HOUR).text
    const at = Date.now() - 26 * HOUR
    const form = await sealed(await lineOf(client, masa), token, words(), { at })
    const [result] = await sentForms(client, sef, [form])

    const petition = await db.from('petitions').firstOrFail()
    assert.deepInclude(result, { state: 'received', number: petition.number })
    assert.equal(petition.received_by, masa.id)
    assert.closeTo(moment(petition.received_at).toMillis(), at, 2000)
    const row = await OutageForm.firstOrFail()
    assert.equal(row.senderId, sef.id)
    assert.isNull(row.content, 'the words stand with the petition alone')
    const step = await db.from('steps').firstOrFail()
    assert.isAbove(moment(step.taken_at).toMillis(), at + 25 * HOUR, 'taken down only now')
    assert.equal((await db.from('messages').where('channel', 'sms')).length, 1)
  })

  test('is the same petition however often it is sent', async ({ client, assert }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const { token } = line.tokens[0]!
    const once = await sealed(line, token, words())
    const copy = await sealed(line, token, words(), { at: Date.now() + 5 * MINUTE })
    const results = await sentForms(client, masa, [once, once, copy])
    results.push(...(await sentForms(client, await officer('sef'), [once])))
    assert.lengthOf(new Set(results.map(({ number }) => number)), 1)
    assert.lengthOf(await db.from('petitions'), 1)
    assert.lengthOf(await OutageForm.all(), 1)
  })

  test('is one petition where the server was killed between receiving and answering', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const form = await sealed(line, line.tokens[0]!.token, words())
    await sentForms(client, masa, [form])
    const { number } = await db.from('petitions').firstOrFail()
    // As if nothing had been written after the petition; and its secret was renewed meanwhile.
    const content = JSON.stringify({ token: line.tokens[0]!.token, words: words() })
    const row = await OutageForm.firstOrFail()
    await row.merge({ petitionId: null, settledAt: null, isOpen: true, content }).save()
    await db.from('petitions').update({ secret_digest: '0'.repeat(64) })

    assert.deepEqual(await sentForms(client, masa, [form]), [
      { state: 'received', reference: row.reference, number },
    ])
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('with other words under a token that was used is kept apart', async ({ client, assert }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const { token } = line.tokens[0]!
    const [first, other] = [
      await sealed(line, token, words()),
      await sealed(line, token, words({ text: 'Çeşme akmıyor, yol da bozuk.' })),
    ]
    const results = await sentForms(client, masa, [first, other])
    assert.deepEqual(
      results.map(({ state }) => state),
      ['received', 'returned']
    )
    const back = await OutageForm.query().where('is_open', true).firstOrFail()
    assert.equal(back.reason, 'used')
    assert.include(back.words.text, 'yol da bozuk')
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('comes back where something is wrong, was closed, or its writer has left', async ({
    client,
    assert,
  }) => {
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const gone = await newOfficer('giden', 'AKB', ['bureauOfficer'])
    const old = OutageToken.issue(masa, Date.now() - 9 * 24 * HOUR).text
    const line = await lineOf(client, masa)
    const { subjects } = await district()
    const closed = await Subject.findOrFail(subjects[0]!.id)
    await closed.merge({ closedOn: DateTime.utc() }).save()
    Catalogue.forget()
    const theirs = OutageToken.issue(gone).text
    await Officer.query()
      .where('id', gone.id)
      .update({ left_on: DateTime.utc().minus({ days: 1 }).toISODate() })

    const [one, two, three] = line.tokens.map(({ token }) => token)
    const results = await sentForms(client, sef, [
      await sealed(line, one!, words({ nationalId: '11111111111' })),
      await sealed(line, two!, words({ subject: closed.code })),
      await sealed(line, theirs, words()),
      await sealed(line, old, words()),
      await sealed(line, `${three!.slice(0, -1)}!`, words()),
    ])
    assert.deepEqual(
      results.map(({ state }) => state),
      Array.from({ length: 5 }, () => 'returned')
    )
    const reasons = (await OutageForm.query().orderBy('id')).map(({ reason }) => reason)
    assert.deepEqual(reasons, ['typed', 'typed', 'writer', 'late', 'token'])
    assert.lengthOf(await db.from('petitions'), 0)
    const raw = await db.from('outage_forms').select('content')
    assert.notInclude(JSON.stringify(raw), 'Deneme', 'sealed at rest')
    await closed.merge({ closedOn: null }).save()
    Catalogue.forget()
  })

  test('stays in the browser where it is another authority’s, or nobody here can open it', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const there = OutageToken.issue({ id: masa.id, authorityId: masa.authorityId + 1 } as Officer)
    const whole = await sealed(line, line.tokens[0]!.token, words())
    const forms = [
      await sealed(line, there.text, words()),
      `${whole.slice(0, -4)}AAAA`,
      `9-00000000${whole.slice(whole.indexOf('.'))}`,
      'kestane',
      '....',
    ]
    const states = (await sentForms(client, masa, forms)).map(({ state }) => state)
    assert.deepEqual(states, ['elsewhere', ...Array.from({ length: 4 }, () => 'unreadable')])
    assert.lengthOf(await OutageForm.all(), 0)
  })

  test('goes by our clock, whatever the browser’s says', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = 24 * HOUR
    const token = () => OutageToken.issue(masa, Date.now() - 5 * HOUR).text
    const line = await lineOf(client, masa)
    const twoHoursAgo = Date.now() - 2 * HOUR
    const cases = {
      // A day slow, all the time: corrected.
      slow: [twoHoursAgo - day, day, Date.now() - day, twoHoursAgo],
      // A day fast.
      fast: [twoHoursAgo + day, -day, Date.now() + day, twoHoursAgo],
      // Set right after it was written: what was measured before is right, the other would be later.
      mended: [twoHoursAgo - day, day, Date.now(), Date.now() - 5 * HOUR],
      // Says that it will be written tomorrow.
      ahead: [Date.now() + day, 0, Date.now(), Date.now()],
    } satisfies Record<string, number[]>
    for (const [name, [at, difference, clock, expected]] of Object.entries(cases)) {
      const form = await sealed(line, token(), words({ text: `Saat ${name}.` }), { at, difference })
      await sentForms(client, masa, [form], clock)
      const petition = await db.from('petitions').orderBy('id', 'desc').firstOrFail()
      assert.closeTo(moment(petition.received_at).toMillis(), expected!, 5000, name)
    }
  })

  test('says its number only to whoever may see the petition', async ({ client, assert }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const form = await sealed(line, line.tokens[0]!.token, words())
    await sentForms(client, masa, [form])
    await db.from('petitions').update({ desk: 'management' })
    const [result] = await sentForms(client, masa, [form])
    assert.deepInclude(result, { state: 'received', number: null })
  })
})
