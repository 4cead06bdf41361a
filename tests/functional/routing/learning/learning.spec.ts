import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Learning, Referral, suggestions } from '#routing'
import { Catalogue } from '#organisation'
import { insertRows } from '#database/fill'
import { forgetModels } from '../../../../app/routing/suggesting/known_model.ts'
import { SuggestionModel } from '../../../../app/routing/models/suggestion_model.ts'
import { wrapped } from '#tests/support/database'
import { district, districtId, districtsBelow } from '#tests/support/databases/district'
import { officer, received, unit } from '#tests/support/journey'

const NOON = DateTime.fromISO('2026-12-02T12:00:00+03:00')
const NIGHT = DateTime.fromISO('2030-12-03T02:00:00+03:00')
/** A word of nobody's lists. */
const WORD = 'zümrütleme'
const text = (at: number) => `Bahçemizde ${WORD} istiyoruz, gereği yapılsın. Sıra ${at}`

function learning() {
  const errors: unknown[] = []
  const log = { info: () => {}, error: (data: object) => void errors.push(data) }
  return { learning: new Learning(log, 0), errors }
}

/** So many petitions with the word go to the unit of this code. */
async function decide(count: number, code: string, word = text) {
  const [to, sef] = [await unit(code), await officer('sef')]
  for (let at = 0; at < count; at++) {
    await Referral.make(await received({ text: word(at) }), to, sef)
  }
}

async function first(petitionText: string) {
  const petition = await received({ text: petitionText })
  return (await suggestions(petition, [], await district()))[0]
}

test.group('The suggestions learn', (group) => {
  wrapped(group)
  group.each.setup(() => {
    forgetModels()
    return forgetModels
  })

  test('from the lists at first, and then from fifty decisions, in a thread', async ({
    assert,
  }) => {
    const { learning: own, errors } = learning()
    await own.round(NOON)
    assert.deepEqual(errors, [])
    const begun = (await SuggestionModel.newestOf([districtId()])).get(districtId())!
    assert.include(begun.$attributes, { version: 1, decisions: 0 })

    await decide(49, 'ORM')
    await own.round(NOON)
    assert.lengthOf(await SuggestionModel.all(), 1, 'forty-nine wait for the night')
    assert.notEqual((await first(text(99)))?.unit.code, 'ORM')

    await decide(1, 'ORM')
    await own.round(NOON)
    const learned = (await SuggestionModel.newestOf([districtId()])).get(districtId())!
    assert.include(learned.$attributes, { version: 2, decisions: 50 })
    const now = await first(text(99))
    assert.equal(now?.unit.code, 'ORM')
    assert.equal(now?.reason, 'learned')
    assert.include(now!.because, WORD)
    assert.equal(now!.modelId, learned.id)
  }).timeout(60_000)

  test('a few decisions and changed lists at night, and what came back', async ({ assert }) => {
    const { learning: own } = learning()
    await own.round(NOON)
    await decide(6, 'TAR')
    for (const { id } of await db.from('referrals').select('id')) {
      const referral = await Referral.findOrFail(id)
      await referral.load('petition')
      await referral.giveBack(await officer('tarim'), 'Bize ait değil.')
    }
    await own.round(NIGHT)
    const { lastChoice, version, decisions } = (await SuggestionModel.newestOf([districtId()])).get(
      districtId()
    )!
    assert.deepInclude({ version, decisions }, { version: 2, decisions: 6 })
    assert.isAbove(lastChoice, 0)
    assert.notEqual((await first(text(99)))?.unit.code, 'TAR')
    await own.round(NIGHT)
    assert.equal((await SuggestionModel.all()).length, 2, 'nothing new, nothing learned')
  }).timeout(60_000)

  test('no word of fewer than five petitions, and none of what is not everybody’s', async ({
    assert,
  }) => {
    await decide(46, 'ORM')
    await decide(4, 'ORM', () => 'Komşum Zeynel Kıratlıoğlu ağaç kesiyor')
    const sef = await officer('sef')
    for (let at = 0; at < 6; at++) {
      const complainedUnit = await unit('MEM')
      const about = { text: 'Şikâyetim Fıstıkçıgil hakkındadır', kind: 'complaint' as const }
      await Referral.make(await received({ ...about, complainedUnit }), await unit('ORM'), sef)
    }
    await learning().learning.round(NOON)
    const { packed } = await SuggestionModel.firstOrFail()
    const { unpacked } = await import('../../../../app/routing/learning/packed.ts')
    const { features } = unpacked(packed).kept
    assert.include(features, 'zumrutleme')
    assert.notInclude(features.join(' '), 'kirat')
    assert.notInclude(features.join(' '), 'fistikcigil')
  }).timeout(60_000)

  test('and nothing, where the worker ends while decisions are being read', async ({ assert }) => {
    await decide(1, 'ORM')
    const { id: _, ...choice } = await db.from('suggestion_choices').firstOrFail()
    await insertRows(db.connection(), 'suggestion_choices', Array(500).fill(choice))
    const { learning: own, errors } = learning()
    const client = db.connection().getReadClient()
    const reading = 'select `id` as `petition_id`'
    const hear = ({ sql }: { sql: string }) => void (sql.startsWith(reading) && own.stop())
    client.on('query', hear)
    await own.round(NOON)
    client.off('query', hear)
    assert.deepEqual(errors, [])
    assert.isEmpty(
      await SuggestionModel.all(),
      'a version without the decisions would be the newest'
    )
  }).timeout(60_000)

  test('and the last three versions stay', async ({ assert }) => {
    const one = { authorityId: districtId(), lists: 'x', decisions: 0, lastChoice: 0 }
    for (let version = 1; version <= 5; version++) {
      await SuggestionModel.keep({ ...one, version, milliseconds: 1, packed: '' })
    }
    // None of them can be read: keywords suggest.
    assert.include(await first('Erzak kolisi istiyorum'), { reason: 'words', modelId: null })
    const rows = await SuggestionModel.query().orderBy('version')
    assert.deepEqual(
      rows.map(({ version }) => version),
      [3, 4, 5]
    )
  })

  test('a district without decisions of its own suggests as the governorate above it', async ({
    assert,
  }) => {
    const [below] = await districtsBelow(1)
    await decide(50, 'ORM')
    await learning().learning.round(NOON)
    assert.deepEqual(
      (await SuggestionModel.all()).map(({ authorityId }) => authorityId),
      [districtId()]
    )
    const catalogue = await Catalogue.of(below!)
    const petition = await received({ text: text(1) })
    const [candidate] = await suggestions(petition, [], catalogue)
    assert.equal(candidate?.unit.code, 'ORM')
    assert.equal(candidate?.unit.authorityId, below)
  }).timeout(60_000)
})
