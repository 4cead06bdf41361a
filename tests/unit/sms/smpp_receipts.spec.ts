import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'

import { loggable } from '../../../app/sms/loggable.ts'
import { canonicalId, idsOf } from '../../../app/sms/receipts/message_id.ts'
import { Pdu } from '../../../app/sms/smpp/pdu.ts'
import { parseReceipt } from '../../../app/sms/receipts/receipt.ts'
import { openPeer } from '#tests/support/sms/smpp_peer'
import { until } from '#tests/support/sms/happened'
import { openCentre, PHONE, Sender } from '#tests/support/sms/sender'

const RECEIPT = 0x04

/** A deliver_sm as it comes off the wire. */
function delivered(text: string | Buffer, fields: Record<string, string | number | Buffer> = {}) {
  const sent = new Pdu('deliver_sm', {
    source_addr: '905000000001',
    esm_class: RECEIPT,
    short_message: Buffer.from(text as string),
    ...fields,
  })
  return new Pdu(sent.toBuffer())
}

test.group('SMS receipt', () => {
  test('is read from its text, in any case, up to the words of the message')
    .with([
      'id:A1 sub:001 dlvrd:001 submit date:2611231200 done date:2611231201 stat:DELIVRD err:004 text:id:B2 stat:EXPIRED',
      'ID: A1 SUB: 001 DLVRD: 001 STAT: DELIVRD ERR: 004 TEXT: id:B2 stat:EXPIRED',
      'id:A1 stat:delivrd err:004',
      'err:004 stat:DELIVRD id:A1 Text:Merhaba',
    ])
    .run(({ assert }, text) => {
      const { ids, state, error, to, raw } = parseReceipt(delivered(text))!
      assert.deepEqual(
        { ids, state, error, to },
        { ids: ['A1'], state: 'delivered', error: '004', to: PHONE }
      )
      assert.notMatch(raw, /B2|Merhaba|text/i)
    })

  test('trusts the TLVs more than its text', ({ assert }) => {
    const receipt = parseReceipt(
      delivered('id:17 stat:DELIVRD err:000', {
        receipted_message_id: '00AB',
        message_state: 5,
        network_error_code: Buffer.of(3, 0, 27),
      })
    )!
    assert.deepEqual(receipt.ids, ['00AB', '17'])
    assert.equal(receipt.state, 'undeliverable')
    assert.equal(receipt.error, '3:001b')
  })

  test('is read where the centre forgot the end of the id', ({ assert }) => {
    const whole = new Pdu('deliver_sm', {
      esm_class: RECEIPT,
      source_addr: '905000000001',
    }).toBuffer()
    const tlvs = Buffer.from('001e0002' + '4142' + '04270001' + '02', 'hex')
    const octets = Buffer.concat([whole, tlvs])
    octets.writeUInt32BE(octets.length, 0)
    const { ids, state } = parseReceipt(new Pdu(octets))!
    assert.deepEqual(ids, ['AB'])
    assert.equal(state, 'delivered')
  })

  test('is read from sixteen-bit letters and from the payload', ({ assert }) => {
    const wide = Buffer.from('id:9 stat:EXPIRED', 'utf16le').swap16()
    assert.equal(parseReceipt(delivered(wide, { data_coding: 8 }))!.state, 'expired')
    const payload = { message_payload: Buffer.from('id:9 stat:REJECTD') }
    assert.equal(parseReceipt(delivered('', payload))!.state, 'rejected')
  })

  test('names the telephone alike, however the operator writes it')
    .with(['0500 000 00 01', '05000000001', '5000000001', '905000000001', '+905000000001'])
    .run(({ assert }, address) => {
      const said = delivered('id:1 stat:DELIVRD', { source_addr: address })
      assert.equal(parseReceipt(said)!.to, PHONE)
    })

  test('keeps the time at which the operator says that it was done', ({ assert }) => {
    const said = 'id:1 sub:001 submit date:2611231200 done date:2611231201 stat:DELIVRD err:000'
    assert.equal(parseReceipt(delivered(said))!.done, '2611231201')
    assert.isNull(parseReceipt(delivered('id:1 stat:DELIVRD'))!.done)
    assert.isNull(parseReceipt(delivered('id:1 done date:yesterday stat:DELIVRD'))!.done)
  })

  test('keeps ids as they are, underscores too', ({ assert }) => {
    assert.deepEqual(parseReceipt(delivered('id:a_b@c-1 stat:DELIVRD'))!.ids, ['a_b@c-1'])
  })

  test('is never taken from what somebody answers', ({ assert }) => {
    assert.isNull(parseReceipt(delivered('id:1 stat:DELIVRD err:000', { esm_class: 0 })))
    assert.isNull(parseReceipt(delivered('teşekkürler')))
  })

  test('says unknown for a word that nobody knows', ({ assert }) => {
    const { state, unforeseen } = parseReceipt(delivered('id:1 stat:WHATEVER'))!
    assert.deepEqual({ state, unforeseen }, { state: 'unknown', unforeseen: 'WHATEVER' })
    assert.isNull(parseReceipt(delivered('id:1 stat:UNKNOWN'))!.unforeseen)
  })

  test('with an id that no message has is heard and dropped', async ({ assert, ...context }) => {
    const sender = new Sender((await openCentre(context)).port, {})
    const heard = (id: string) =>
      (sender.gateway as any).delivered(delivered(Buffer.from(`id:${id} stat:DELIVRD`, 'latin1')))
    for (const id of ['\u00ff\u00fe', 'x'.repeat(66)]) assert.isTrue(await heard(id))
    assert.lengthOf(sender.receipts, 0)
    await heard('1a')
    assert.lengthOf(sender.receipts, 1)
  })

  test('lets into rows and log only words and codes', ({ assert }) => {
    for (const said of ['DELIVRD', '004', '0x0000000b', 'err:12']) {
      assert.notEqual(loggable(said), 'unreadable', said)
    }
    for (const said of ['0500 012 34 56', '0500-012-34-56 kod K7M4PX', 'ğ', 'x'.repeat(41)]) {
      assert.equal(loggable(said), 'unreadable')
    }
  })

  test('compares ids without case and leading zeros', ({ assert }) => {
    assert.equal(canonicalId(' 000AbC '), 'abc')
    assert.equal(canonicalId('000'), '0')
    assert.deepEqual(idsOf(['00AB'], 'exact'), { id: 'ab', otherIds: [] })
    assert.deepEqual(idsOf(['00FF'], 'hex→decimal'), { id: '255', otherIds: [] })
    assert.deepEqual(idsOf(['255'], 'decimal→hex'), { id: 'ff', otherIds: [] })
    assert.deepEqual(idsOf(['255'], 'auto'), { id: '255', otherIds: ['597', 'ff'] })
    assert.deepEqual(idsOf(['18446744073709551615'], 'decimal→hex').id, 'ffffffffffffffff')
    assert.deepEqual(idsOf(['b3f0-77'], 'auto'), { id: 'b3f0-77', otherIds: [] })
  })
})

test.group('SMPP gateway hears a receipt', () => {
  test('in the bases that the guide of operations says of each setting')
    .with(['hex→decimal', 'decimal→hex'] as const)
    .run(async ({ assert, ...context }, receiptIds) => {
      const guide = await readFile('docs/operations/sms.md', 'utf8')
      const [, receipt, answer] = new RegExp(
        `\`${receiptIds}\` \\(the receipt in (\\w+), the answer in (\\w+)\\)`
      ).exec(guide)!
      const written = { hexadecimal: 'hex', decimal: 'decimal' } as Record<
        string,
        'hex' | 'decimal'
      >
      const ids = { answer: written[answer!]!, receipt: written[receipt!]! }
      const centre = await openCentre(context, { faults: { ids } })
      const sender = Sender.to(centre, context, { receiptIds })
      for (let count = 0; count < 11; count++) await sender.send('bir')
      await until(() => sender.receipts.length === 11)
      assert.deepEqual(
        sender.receipts.map(({ id }) => id).sort(),
        sender.outcomes.flatMap((outcome) => ('ids' in outcome ? outcome.ids : [])).sort()
      )
    })

  test('and asks for it again while it cannot be written down', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context)
    let isAway = true
    sender.gateway.onReceipt(async () => {
      if (isAway) throw new Error('the database is away')
    })
    await sender.gateway.room()
    const answers = () => peer.heard('deliver_sm_resp').map((pdu) => pdu.command_status)
    peer.say(delivered('id:1 stat:DELIVRD').toBuffer())
    await until(() => answers().length === 1)
    isAway = false
    peer.say(delivered('id:1 stat:DELIVRD').toBuffer())
    await until(() => answers().length === 2)
    assert.deepEqual(answers(), [0x64, 0])
  })

  test('before the answer to its message', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: { delay: 5, receipts: { early: true } } })
    const sender = Sender.to(centre, context)
    const outcome = await sender.send('bir')
    assert.deepEqual(outcome, { kind: 'sent', ids: ['1'] })
    await until(() => sender.receipts.length === 1)
    assert.isTrue(sender.receiptsBeforeOutcome)
  })

  test('twice', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: { receipts: { twice: true } } })
    const sender = Sender.to(centre, context)
    await sender.send('bir')
    await until(() => sender.receipts.length === 2)
    assert.deepEqual(sender.receipts[0], sender.receipts[1])
  })

  test('of messages that did not arrive', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: { undelivered: { at: [2] } } })
    const sender = Sender.to(centre, context)
    for (const text of ['bir', 'iki', 'üç']) await sender.send(text)
    await until(() => sender.receipts.length === 3)
    assert.deepEqual(
      sender.receipts.map(({ state, error }) => `${state} ${error}`),
      ['delivered 000', 'undeliverable 001', 'delivered 000']
    )
  })

  test('in another base than the answer, with the TLVs and without')
    .with([true, false])
    .run(async ({ assert, ...context }, textOnly) => {
      const ids = { answer: 'decimal', receipt: 'HEX with zeros' } as const
      const centre = await openCentre(context, { faults: { ids, receipts: { textOnly } } })
      const exact = Sender.to(centre, context, { receiptIds: 'hex→decimal' })
      for (let count = 0; count < 11; count++) await exact.send('bir')
      await until(() => exact.receipts.length === 11)
      assert.deepEqual(
        exact.receipts.map(({ id }) => id).sort(),
        exact.outcomes.flatMap((outcome) => ('ids' in outcome ? outcome.ids : [])).sort()
      )
    })

  test('in an unknown base, and guesses', async ({ assert, ...context }) => {
    const ids = { answer: 'hex', receipt: 'decimal' } as const
    const centre = await openCentre(context, { faults: { ids } })
    const sender = Sender.to(centre, context, { receiptIds: 'auto' })
    for (let count = 0; count < 10; count++) await sender.send('bir')
    await until(() => sender.receipts.length === 10)
    assert.deepEqual(sender.outcomes.at(-1), { kind: 'sent', ids: ['a'] })
    const last = sender.receipts.find(({ id }) => id === '10')!
    assert.include(last.otherIds, 'a')
  })

  test('after it had lost the link', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: { receipts: { late: 20 } } })
    const sender = Sender.to(centre, context)
    await sender.send('bir')
    await sender.gateway.drain()
    sender.gateway.start()
    await until(() => sender.receipts.length === 1)
    assert.equal(sender.receipts[0]!.id, '1')
  })

  test('but drops what somebody answers', async ({ assert, ...context }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context)
    await sender.gateway.room()
    assert.isTrue(await centre.reply('905000000001', 'ACIKKAPI', 'Sağ olun'))
    assert.equal(sender.gateway.state.replies, 1)
    assert.lengthOf(sender.receipts, 0)
  })
})
