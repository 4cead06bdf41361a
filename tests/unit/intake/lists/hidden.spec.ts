import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PetitionList, type ListFilter } from '#intake'
import { before } from '#tests/support/databases/between'
import { emptied } from '#tests/support/database'
import { officer, unit } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'

const EMPTY = { rows: [], next: null, short: null }
const ONE_PERSON: ListFilter = { phoneIndex: 'phone of one person' }

/** So many complaints about the bureau, all alike, which only managers see. */
async function complaints(count: number) {
  await manyPetitions(count)
  const { id: subjectId } = await db.from('subjects').orderBy('id').firstOrFail()
  const { id } = await unit('TAR')
  const ended = { stage: 'concluded', outcome: 'granted', concluded_at: db.raw('received_at') }
  const hidden = { desk: 'management', circle: 'house', subject_id: subjectId, unit_id: id }
  await db.from('petitions').update({ ...ended, ...hidden })
  await db.from('petition_readers').delete()
  await db.from('petitioners').update({ phone_index: ONE_PERSON.phoneIndex })
  return { subjectId, id }
}

test.group('What a reader may not see', (group) => {
  emptied(group)

  test('is not told by where the next page begins, nor by a count', async ({ assert }) => {
    const { subjectId, id } = await complaints(500)
    const filters: ListFilter[] = [
      { subjectIds: [subjectId] },
      { concluded: true },
      { outcome: 'granted' },
      { unitId: id },
    ]
    let short = 0
    for (const login of ['masa', 'sef', 'orman']) {
      const person = await officer(login)
      for (const filter of filters) {
        const { rows, next, ...page } = await PetitionList.page(person, filter)
        assert.deepEqual(rows, [])
        assert.notMatch(next ?? '', /\d{4}-\d{2}-\d{2}|^\d+$/)
        if (page.short) short++
      }
      const counts = await PetitionList.counts(person, filters)
      assert.deepEqual(counts, Array(4).fill({ count: 0, more: false }))
    }
    assert.isAbove(short, 0)
  })

  test('is not found by whose it is: a person who is known is one who is not', async ({
    assert,
  }) => {
    await complaints(500)
    for (const login of ['tarim', 'orman']) {
      const person = await officer(login)
      const unknown = await PetitionList.page(person, { phoneIndex: 'nobody' }, '9999')
      assert.deepEqual(unknown, EMPTY)
      for (const place of [null, '9999999', '2027-01-01T000000_9999999']) {
        assert.deepEqual(await PetitionList.page(person, ONE_PERSON, place), EMPTY)
      }
    }
  })

  test('does not open the way to a person whom its reader has not found', async ({ assert }) => {
    await complaints(500)
    await db.from('petitions').update({ desk: 'bureau' })
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const { next, rows } = await PetitionList.page(masa, ONE_PERSON)
    assert.lengthOf(rows, 30)
    const following = await PetitionList.page(masa, ONE_PERSON, next)
    assert.notEqual(following.rows[0]!.number, rows[0]!.number)
    // A place is good for its reader alone, and for this search.
    assert.deepEqual(await PetitionList.page(tarim, ONE_PERSON, next), EMPTY)
  })

  test('is not shown when it becomes hidden while the page is read', async ({ assert }) => {
    await manyPetitions(20)
    await db.from('petitions').update({ desk: 'bureau', circle: 'house', complained_unit_id: null })
    const masa = await officer('masa')
    const { rows } = await PetitionList.page(masa, {})
    const { number } = rows[3]!
    const restrict = () => db.from('petitions').where({ number }).update({ circle: 'unit' })
    const { result, happened } = await before(2, restrict, () => PetitionList.page(masa, {}))
    assert.isTrue(happened)
    assert.deepEqual(
      result.rows.map((row) => row.number),
      rows.map((row) => row.number).filter((one) => one !== number)
    )
  })
})
