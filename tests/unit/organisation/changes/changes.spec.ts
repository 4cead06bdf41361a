import { test } from '@japa/runner'
import {
  administer,
  ChangesList,
  differing,
  noteChange,
  Overtaken,
  Unit,
  writeUnchanged,
} from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, unit } from '#tests/support/journey'

async function rename(id: number, seen: number, name: string) {
  const sef = await officer('sef')
  return administer(async (trx) => {
    const row = await Unit.findOrFail(id, { client: trx })
    const was = { name: row.name }
    row.name = name
    await writeUnchanged(row, seen, trx)
    const about = { authorityId: sef.authorityId, thing: 'unit', thingId: id, name } as const
    await noteChange({ ...about, sort: 'amended', fields: differing(was, { name }) }, sef, trx)
  })
}

test.group('A change of an authority', (group) => {
  wrapped(group)

  test('is kept with who made it, what it was and what it is', async ({ assert }) => {
    const { id, name } = await unit('TAR')
    await rename(id, 1, 'Tarım ve Orman Müdürlüğü')
    const { rows, next } = await ChangesList.of('unit', id)
    assert.isNull(next)
    assert.deepEqual(
      rows.map(({ sort, officer: by, changed }) => [sort, by.name, changed]),
      [['amended', 'Nedim Karaltı', [{ field: 'name', was: name, is: 'Tarım ve Orman Müdürlüğü' }]]]
    )
    assert.equal((await district()).unit(id).name, 'Tarım ve Orman Müdürlüğü', 'seen at once')
  })

  test('is refused to whoever opened the form before another change', async ({ assert }) => {
    const { id } = await unit('TAR')
    await rename(id, 1, 'Birinci')
    await assert.rejects(() => rename(id, 1, 'İkinci'), Overtaken)
    assert.equal((await Unit.findOrFail(id)).name, 'Birinci')
    assert.lengthOf((await ChangesList.of('unit', id)).rows, 1, 'nothing half done')
    await rename(id, 2, 'İkinci')
    assert.equal((await Unit.findOrFail(id)).version, 3)
  })

  test('is listed a page at a time, the latest first', async ({ assert }) => {
    const { id } = await unit('TAR')
    for (let version = 1; version <= 35; version++) await rename(id, version, `Ad ${version}`)
    const { authorityId } = await officer('sef')
    const first = await ChangesList.page(authorityId, {})
    assert.equal(first.rows[0]!.name, 'Ad 35')
    const second = await ChangesList.page(authorityId, { before: first.next })
    assert.equal(second.rows.at(-1)!.name, 'Ad 1')
    assert.lengthOf([...first.rows, ...second.rows], 35)
    assert.isNull(second.next)
    assert.isEmpty((await ChangesList.page(authorityId, { thing: 'officer' })).rows)
  })
})
