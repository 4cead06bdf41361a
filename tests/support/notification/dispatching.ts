import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { details } from '#tests/support/petitions'
import { stamp } from '#shared/dates/stored'
import { SmsTransport } from '../../../app/notification/transport/sms_transport.ts'
import { SmppGateway, type SmppSettings, type SmsGateway } from '#sms'
import { Dispatcher, type DispatcherParts } from '../../../app/notification/dispatch/dispatcher.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { Outbox } from '../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../app/notification/dispatch/route.ts'
import { ReceiptBook } from '../../../app/notification/receipts/receipt_book.ts'
import { ended, type MessageState } from '../../../app/notification/message_states.ts'
import { QUICK } from '#tests/support/sms/sender'

type Cleanup = Pick<TestContext, 'cleanup'>

export const PHONE = '+905000123456'

/** A petition of somebody with this telephone: one message in the outbox. */
export async function received(phone = PHONE) {
  const { petition, secret } = await Petition.receive(details({ phone: PhoneNumber.parse(phone) }))
  const message = await Message.findByOrFail('petitionId', petition.id)
  return { petition, secret, message }
}

export function gatewayTo(centre: { port: number }, settings: Partial<SmppSettings> = {}) {
  return new SmppGateway({
    name: 'smpp',
    host: '127.0.0.1',
    port: centre.port,
    systemId: 'acikkapi',
    password: 'secret',
    source: 'ACIKKAPI',
    ...settings,
    times: { ...QUICK, ...settings.times },
  })
}

/** A dispatcher as the worker has it, through this gateway. */
export function dispatcherThrough(gateway: SmsGateway, parts: Partial<DispatcherParts> = {}) {
  const receipts = new ReceiptBook(gateway.name)
  gateway.onReceipt((receipt) => receipts.keep(receipt))
  const transport = new SmsTransport(gateway)
  return new Dispatcher({
    transport,
    outbox: new Outbox(new Route('sms', gateway.name)),
    receipts,
    ...parts,
  })
}

/** Opened, and closed after the test. */
export function openDispatcher(
  gateway: SmsGateway,
  { cleanup }: Cleanup,
  parts?: Partial<DispatcherParts>
) {
  const dispatcher = dispatcherThrough(gateway, parts)
  dispatcher.start()
  cleanup(() => dispatcher.stop())
  return dispatcher
}

/** Resolves when the message is in that state. @throws Error after 25 seconds in vain. */
export async function becomes(state: MessageState, { id }: { id: number }) {
  await eventually(async () => (await Message.findOrFail(id)).state === state)
  return Message.findOrFail(id)
}

/** As if its time had come. */
export async function dueNow({ id }: { id: number }) {
  await Message.query()
    .where('id', id)
    .update({ next_at: stamp(DateTime.utc()) })
}

/** Resolves when it holds. @throws Error after so many milliseconds in vain. */
export async function eventually(holds: () => Promise<boolean> | boolean, within = 25_000) {
  const latest = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`waited in vain until ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** As if it had ended so, most often in vain. */
export async function ends(message: { id: number }, state: MessageState, fault: string | null) {
  const end = { ...ended(state, stamp(DateTime.utc())), fault, attempts: 1 }
  await Message.query().where('id', message.id).update(end)
  return Message.findOrFail(message.id)
}

/** The texts of a petition, oldest first: event, version and state of each. */
export async function messagesOf({ id }: { id: number }) {
  const messages = await Message.query().where('petition_id', id).orderBy('id')
  return messages.map(({ event, version, state }) => `${event} ${version} ${state}`)
}
