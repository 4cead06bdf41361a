import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition, type PetitionDetails } from '#intake'
import { Subject } from '#organisation'
import { approveWave } from '#response'
import { restrict } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { answered, objected } from '#tests/support/afterwards'
import { says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { approved, atUnit, grouped, MADE, rounds, written } from '#tests/support/waves/at_unit'
import { newestMember, someOf } from '../../../../app/response/waves/shown/some_of.ts'

const { text } = MADE.find(({ need }) => need === null)!
type Row = Parameters<Petition['merge']>[0]

/** What a petition can become once it is known what it is, and how its row says so. */
const BECOMES: Record<string, () => Promise<Row> | Row> = {
  'a tip-off': () => ({ kind: 'tipOff' }),
  'a request for information': () => ({ kind: 'informationRequest' }),
  'a request for one’s own data': () => ({ kind: 'dataRequest' }),
  'a complaint about a unit': async () => ({ complainedUnitId: (await unit('ORM')).id }),
  'a complaint about an officer': async () => ({
    complainedOfficerId: (await officer('masa')).id,
  }),
  'a complaint about somebody named': () => ({ complainedName: 'Bir görevli' }),
  'a sensitive matter': async () => ({
    subjectId: (await Subject.findByOrFail('sensitive', true)).id,
  }),
  'urgent': () => ({ urgency: 'vital' }),
  'restricted': () => ({ circle: 'unit' }),
  'a manager’s to decide': () => ({ decider: 'manager' }),
}

/** One copy of a wave for each of them. */
async function becoming(copies: readonly Petition[]) {
  const all = Object.entries(BECOMES).map(([what, row], at) => ({ what, row, one: copies[at]! }))
  for (const { row, one } of all) {
    const now = await Petition.findOrFail(one.id)
    await now.merge(await row()).save()
  }
  return all
}

const copiesOf = (all: readonly Petition[]) => all.filter((_, at) => MADE[at]!.need === null)
const worksOf = ({ id }: Petition) => db.from('wave_works').where('petition_id', id)
const stageOf = async ({ id }: Petition) => (await Petition.findOrFail(id)).stage

test.group('What is answered alone', (group) => {
  wrapped(group)

  test('is in no wave, in the very same words', async ({ assert }) => {
    await atUnit()
    const about: Partial<PetitionDetails>[] = [
      { kind: 'tipOff' },
      { kind: 'informationRequest' },
      { kind: 'dataRequest' },
      { kind: 'complaint', complainedUnit: await unit('TAR') },
      { kind: 'complaint', complainedName: 'Bir görevli' },
      { subject: await Subject.findByOrFail('sensitive', true) },
      { locale: 'en' },
    ]
    const alone: Petition[] = []
    for (const one of about) alone.push(await received({ text, ...one }))
    const ids = alone.map(({ id }) => id)
    await grouped()
    assert.isEmpty(await db.from('wave_members').whereIn('petition_id', ids))
  })

  test('leaves its wave when it becomes so before the approval', async ({ assert }) => {
    const { all, wave } = await atUnit()
    await written(wave)
    const head = await officer('tarim.amir')
    const until = await newestMember(wave)
    const gone = await becoming(copiesOf(all))
    const shown = await someOf(wave, head, { isCopy: true })
    const count = await approveWave(wave, head, { version: 1, until })
    await rounds().all()
    assert.isAtLeast(count, 1)
    for (const { what, one } of gone) {
      assert.isFalse(
        shown.some(({ id }) => id === one.id),
        what
      )
      assert.isEmpty(await worksOf(one), what)
      assert.equal(await stageOf(one), 'routed', what)
    }
  })

  test('is left to a person when it becomes so after the approval', async ({ assert }) => {
    const { all, wave } = await atUnit()
    await approved(wave)
    const gone = await becoming(copiesOf(all))
    await rounds().all()
    for (const { what, one } of gone) {
      const [work] = await worksOf(one)
      if (work) assert.equal(work.state, 'left', what)
      assert.equal(await stageOf(one), 'routed', what)
      assert.isEmpty(await db.from('answers').where('petition_id', one.id), what)
    }
  })

  test('is left when the bureau restricts it between two rounds', async ({ assert }) => {
    const { all, wave } = await atUnit()
    const [copy] = copiesOf(all)
    await approved(wave)
    await restrict(await Petition.findOrFail(copy!.id), await officer('sef'), 'Gizli')
    await rounds().all()
    assert.equal(await stageOf(copy!), 'routed')
  })

  test('is an objection: what was answered once is answered by a person', async ({
    client,
    assert,
  }) => {
    const { wave } = await atUnit()
    const phone = PhoneNumber.parse('0500 012 34 56')
    const { petition, secret } = await answered({ text, phone })
    await grouped()
    await objected(client, petition, secret)
    const words = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
    const above = await officer('sef')
    ;(await send(client, above, await petition.refresh(), 'itiraz', words)).assertStatus(303)
    assert.equal(await stageOf(petition), 'inProgress')
    const member = { wave_id: wave.id, petition_id: petition.id, read_as: 'copy' }
    if (!(await db.from('wave_members').where('petition_id', petition.id).first())) {
      await db.table('wave_members').insert(member)
    }
    // Its answer was another unit's: nothing else would hold it back.
    await db
      .from('answers')
      .where('petition_id', petition.id)
      .update({
        unit_id: (await unit('ORM')).id,
      })
    const shown = await someOf(wave, await officer('tarim'), { isCopy: true })
    assert.isFalse(shown.some(({ id }) => id === petition.id))
    const card = await client.get(`/dosya/${petition.number}`).loginAs(await officer('tarim'))
    card.assertTextIncludes(says('response.draft.title'))
    assert.notInclude(card.text(), `/birim/dalgalar/${wave.id}"`, 'the card leads to no wave')
    await approved(wave)
    assert.isEmpty(await worksOf(petition))
    const row = { wave_answer_id: (await db.from('wave_answers').firstOrFail()).id }
    await db.table('wave_works').insert({ ...row, petition_id: petition.id, state: 'waits' })
    await rounds().all()
    assert.equal(await stageOf(petition), 'inProgress')
    assert.equal((await worksOf(petition).firstOrFail()).state, 'left')
  })

  test('is what has somebody’s identity number in it', async ({ assert }) => {
    const { all, wave } = await atUnit()
    const hidden = [
      'TC kimlik numaram 12345678950.',
      'Kimlik no 123 456 789 50',
      'Telefonum 0500 012 34 56 dır.',
    ]
    const more: Petition[] = []
    for (const one of hidden) more.push(await referredTo('TAR', { text: `${text} ${one}` }))
    await grouped()
    await approved(wave)
    await rounds().all()
    for (const one of more) {
      assert.isEmpty(await worksOf(one))
      assert.equal(await stageOf(one), 'routed')
    }
    const letters = await db.from('steps').where('kind', 'concluded').select('public_text')
    assert.isAtLeast(letters.length, 8)
    for (const { public_text: letter } of letters) {
      assert.notMatch(letter, /12345678950|123 456|0500/)
    }
    assert.isAbove(all.length, 0)
  })
})
