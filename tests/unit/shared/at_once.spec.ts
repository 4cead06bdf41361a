import { test } from '@japa/runner'
import { Step } from '#intake'
import { Officer } from '#organisation'
import { Contact } from '#response'
import { atOnce } from '#shared/database/at_once/at_once'
import { transaction } from '#shared/database/transaction'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { officer, received, referredTo } from '#tests/support/journey'

const WORDS = `“Çeşme” \\ \\n 'su' "x" ? ?? :name {"a": 1} \t\r\nSatır 🚰 \u0001\u2028`

test.group('What is asked at once', (group) => {
  wrapped(group)

  test('is one statement, and the same rows as asked one by one', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    for (const note of [WORDS, 'İkinci']) {
      await Contact.make(petition, tarim, { way: 'visit', result: 'reached', note })
    }
    const ask = () =>
      Promise.all([
        Step.of(petition),
        Contact.readBy(tarim, petition),
        Step.of(petition).where('kind', 'nothing').first(),
        Officer.query().where('id', tarim.id).select('id', 'name'),
      ])
    const { statements, result } = await statementsOf(() => atOnce(ask))
    const plain = await statementsOf(ask)
    assert.deepEqual([statements.length, plain.statements.length], [1, 4])
    const kept = (rows: typeof result) =>
      [rows[0], rows[1], rows[3]].flat().map(({ $attributes }) => ({ ...$attributes }))
    assert.deepEqual(kept(result), kept(plain.result))
    assert.equal(result[1].at(-1)!.note, WORDS)
    assert.isNull(result[2])
    assert.isTrue(result[0][0]!.takenAt.equals(plain.result[0][0]!.takenAt))
  })

  test('goes out again for what hangs on an answer', async ({ assert }) => {
    const petition = await received()
    const chain = async () => {
      const [first] = await Step.of(petition)
      return Officer.query().where('id', first!.officerId ?? 0)
    }
    const { statements } = await statementsOf(() =>
      atOnce(() => Promise.all([chain(), chain(), chain()]))
    )
    assert.lengthOf(statements, 2)
  })

  test('leaves what is counted, and what is asked in a transaction, to itself', async ({
    assert,
  }) => {
    const petition = await received()
    const { statements, result } = await statementsOf(() =>
      atOnce(() =>
        Promise.all([
          Step.query().where('petition_id', petition.id).count('* as total').first(),
          transaction((trx) => Step.query({ client: trx }).where('petition_id', petition.id)),
        ])
      )
    )
    assert.equal(result[0]!.$extras.total, result[1].length)
    assert.isFalse(statements.some((sql) => sql.includes('json_object')))
  })

  test('fails for everybody who asked', async ({ assert }) => {
    const ask = () =>
      Promise.allSettled([Step.query().where('no_column', 1), Officer.query().limit(1)])
    const ends = await atOnce(ask)
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['rejected', 'rejected']
    )
  })
})
