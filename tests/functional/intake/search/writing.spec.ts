import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { beginRebuilding, forgetEntries, rebuildPiece, rebuilt } from '#intake'
import { administer, noteChange } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { found, sought, written } from '#tests/support/intake/searching'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { followSteps } from '../../../../app/intake/search/postings/following.ts'

async function postings() {
  const rows = await db
    .from('search_postings')
    .orderBy('scope')
    .orderBy('term')
    .orderBy('petition_id')
  return rows.map(({ scope, term, petition_id: id }) => `${scope} ${term} ${id}`)
}

async function everything() {
  const spellings = await db.from('search_spellings').orderBy('spelling').orderBy('term')
  const entries = await db.from('search_entries').orderBy('petition_id')
  return JSON.stringify([await postings(), spellings, entries])
}

test.group('What petitions are found by', (group) => {
  emptied(group)

  test('is written nothing twice, whenever it is written again', async ({ assert }) => {
    await received({ text: 'Lamba yanmıyor.' })
    await referredTo('TAR', { text: 'Dolu vurdu.' })
    await written()
    const before = await everything()
    assert.include(before, 'lamba')
    await db.from('search_marks').update({ step_id: 0 })
    await written()
    assert.equal(await everything(), before)
    await beginRebuilding()
    await written()
    assert.equal(await everything(), before)
  })

  test('are the names that its unit and its subject have now', async ({ client, assert }) => {
    const sef = await officer('sef')
    const subject = (await district()).subjectByCode('tarim.destek')!
    const its = await referredTo('TAR', { text: 'Dolu vurdu.', subject })
    const other = await referredTo('TAPU', { text: 'Lamba yanmıyor.' })
    await written()
    const tar = await unit('TAR')
    const { authorityId } = sef
    const rename = (thing: 'unit' | 'subject', thingId: number, was: string, is: string) =>
      administer(async (trx) => {
        await trx.from(`${thing}s`).where('id', thingId).update({ name: is })
        const fields = [{ field: 'name', was, is }]
        const sort = 'amended' as const
        await noteChange({ authorityId, thing, thingId, name: is, sort, fields }, sef, trx)
      })
    await rename('unit', tar.id, tar.name, 'Bereket Müdürlüğü')
    await rename('subject', subject.id, subject.name, 'Kuraklık parası')
    const numbers = (word: string) => found(client, sef, word)
    assert.notInclude(await numbers('bereket'), its.number)
    await written()
    for (const word of ['bereket', 'kuraklık']) {
      assert.deepEqual(await numbers(word), [its.number], word)
    }
    assert.deepEqual(await numbers('lamba'), [other.number])
  })

  test('is all there when it was broken off in the middle', async ({ assert }) => {
    await received({ text: 'Lamba yanmıyor.' })
    await written()
    await received({ text: 'Dolu vurdu.' })
    const later = DateTime.utc().plus({ minutes: 5 })
    const broken = transaction(async (trx) => {
      await trx.from('search_marks').update({ step_id: 10_000_000 })
      await trx.from('search_postings').delete()
      throw new Error('killed')
    })
    await assert.rejects(() => broken, 'killed')
    await Promise.all([followSteps(later), followSteps(later)])
    assert.equal((await postings()).filter((one) => one.includes(' dolu ')).length, 1)
    assert.equal((await postings()).filter((one) => one.includes(' lamba ')).length, 1)
  })

  test('waits behind a step whose transaction may still be open', async ({ client, assert }) => {
    const first = await received({ text: 'Lamba yanmıyor.' })
    await written()
    await received({ text: 'Dolu vurdu.' })
    const { id } = await db.from('steps').orderBy('id', 'desc').firstOrFail()
    await db
      .from('steps')
      .where('id', id)
      .update({ id: id + 1 })
    await followSteps()
    assert.deepEqual(await found(client, await officer('masa'), 'dolu'), [])
    await written()
    assert.lengthOf(await found(client, await officer('masa'), 'dolu'), 1)
    assert.lengthOf(await found(client, await officer('masa'), 'lamba'), 1, first.number)
  })

  test('is written of what was there before, a piece after the other; the page says so', async ({
    client,
    assert,
  }) => {
    for (let at = 0; at < 60; at++) await received({ text: `Lamba yanmıyor (${at}).` })
    const masa = await officer('masa')
    const before = await sought(client, masa, 'lamba')
    before.assertTextIncludes('yüzde 0 hazır')
    await beginRebuilding()
    const part = (await rebuildPiece())!
    assert.isAbove(part, 0)
    assert.isBelow(part, 1)
    ;(await sought(client, masa, 'lamba')).assertTextIncludes(
      `yüzde ${Math.floor(part * 100)} hazır`
    )
    assert.equal(await rebuilt(), part)
    await written()
    assert.isNull(await rebuilt())
    assert.notInclude((await sought(client, masa, 'lamba')).text(), 'hazır.')
    const terms = await db.from('search_postings').where('term', 'lamba')
    assert.lengthOf(terms, 60)
  })

  test('a rebuilding mends what is missing, and drops what is of no petition', async ({
    assert,
  }) => {
    const petition = await referredTo('TAR', { text: 'Dolu vurdu.' })
    await written()
    const before = await everything()
    await db
      .from('search_postings')
      .where('petition_id', petition.id)
      .where('term', 'dolu')
      .delete()
    await db.from('search_spellings').delete()
    const ghost = { [`a${petition.authorityId}`]: ['hayalet'] }
    await db.table('search_entries').insert({ petition_id: 1, written: JSON.stringify(ghost) })
    await db.table('search_postings').insert({
      ...{ scope: `a${petition.authorityId}`, term: 'hayalet', petition_id: 1 },
    })
    await beginRebuilding()
    await written()
    const after = await everything()
    assert.notInclude(after, 'hayalet')
    if (petition.id !== 1) assert.equal(after, before)
  })

  test('goes when the text goes, and its last word leaves the dictionary', async ({ assert }) => {
    const petition = await received({ text: 'Zambakları ezdiler, lamba yanmıyor.' })
    const other = await received({ text: 'Lamba yanmıyor.' })
    await written()
    await transaction((trx) => forgetEntries([petition.id], trx))
    assert.isEmpty(await db.from('search_postings').where('petition_id', petition.id))
    assert.isEmpty(await db.from('search_entries').where('petition_id', petition.id))
    assert.isEmpty(await db.from('search_spellings').where('term', 'zamba'))
    assert.isNotEmpty(await db.from('search_spellings').where('term', 'lamba'))
    assert.isNotEmpty(await db.from('search_postings').where('petition_id', other.id))
  })
})
