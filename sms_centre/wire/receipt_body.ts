import { type Accepted } from '../journal.ts'
import { cstring, deliverBody } from './wire.ts'

const RECEIPT = 0x04
const RECEIPTED_ID = 0x001e
const MESSAGE_STATE = 0x0427

/** The words for a state, with their numbers; the last one stands in no list. */
const STATES = { ENROUTE: 1, DELIVRD: 2, UNDELIV: 5, BUFFERD: 99 } as const
export type Stat = keyof typeof STATES

interface Flaws {
  textOnly?: boolean
  secondId?: boolean
  isCut: boolean
}

/** A deliver_sm that says what became of a message (SMPP 3.4, appendix B). */
export function receiptBody(
  { message, id, stat }: { message: Accepted; id: string; stat: Stat },
  { textOnly, secondId, isCut }: Flaws
): Buffer {
  const day = compact(message.at)
  const [arrived, error] = stat === 'DELIVRD' ? ['001', '000'] : ['000', '001']
  const fields = `id:${id} sub:001 dlvrd:${arrived} submit date:${day} done date:${day}`
  const words = secondId ? 'id:1 stat:UNDELIV err:255' : '...'
  const body = deliverBody({
    from: message.to,
    to: message.from,
    esmClass: RECEIPT,
    text: `${fields} stat:${stat} err:${error} text:${words}`,
    tlvs: textOnly
      ? []
      : [
          [RECEIPTED_ID, cstring(id)],
          [MESSAGE_STATE, Buffer.of(STATES[stat])],
        ],
  })
  return isCut ? body.subarray(0, -1) : body
}

/** Somebody answers, and writes what a receipt says. */
export function replyBody({ from, to }: Accepted, id: string): Buffer {
  const text = `id:${id} stat:UNDELIV err:255 Tesekkurler`
  return deliverBody({ from: to, to: from, esmClass: 0, text, tlvs: [] })
}

/** `YYMMDDhhmm`, UTC. */
function compact(date: Date): string {
  return date.toISOString().replace(/\D/g, '').slice(2, 12)
}
