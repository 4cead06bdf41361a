import { test } from '@japa/runner'
import { PaperNumber } from '../../../../app/intake/brought/paper_number.ts'
import { wrapped } from '#tests/support/database'
import { card, daysAgo, found, newest, written } from '#tests/support/brought'

const PAPER = { channel: 'letter', paperNumber: 'E-1234/56.İç', registeredOn: daysAgo(1) }

test.group('The number in the office’s own register', (group) => {
  wrapped(group)

  test('is found in the register, however it is typed', async ({ client, assert }) => {
    await written(client, PAPER)
    const { number } = await newest()
    await written(client, { text: 'Başka.', paperNumber: 'E-1234/5' })
    for (const ara of ['E-1234/56.İç', 'e 1234 56 ic', ' E.1234.56.iç ']) {
      assert.deepEqual(await found(client, ara), [number], ara)
    }
    for (const ara of ['E-1234', '1234/56', 'E-1234/56.İçi', 'E', 'İç']) {
      assert.isEmpty(await found(client, ara), ara)
    }
  })

  test('stands on the card, and not before whoever may not know who wrote it', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PAPER, kind: 'tipOff', text: 'Kaçak kazı var.' })
    const petition = await newest()
    assert.include(await card(client, petition), 'E-1234/56.İç')
    assert.notInclude(await card(client, petition, 'kaymakam'), 'E-1234')
    assert.deepEqual(await found(client, PAPER.paperNumber, 'sef'), [petition.number])
    assert.isEmpty(await found(client, PAPER.paperNumber, 'kaymakam'))
  })

  test('is looked for besides whatever else the words can be', async ({ client, assert }) => {
    await written(client, { paperNumber: '05000123456' })
    const { number } = await newest()
    await written(client, { text: 'Başka.', phone: '0500 012 34 56' })
    const { number: other } = await newest()
    assert.sameMembers(await found(client, '05000123456'), [number, other])
  })

  test('is a number with a digit in it, and not too long', async ({ assert }) => {
    for (const text of ['', '---', 'yok', '٣', 'E-'.repeat(40) + '1']) {
      assert.isNull(PaperNumber.parse(text), text)
    }
    assert.equal(PaperNumber.parse('  2026 / 00012 ')?.key, '2026-00012')
  })
})
