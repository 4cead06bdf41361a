/** SMPP 3.4 as the centre speaks it. Its own reading of the specification, like all of the centre. */

export const COMMAND = {
  genericNack: 0x80000000,
  bindReceiver: 0x01,
  bindTransmitter: 0x02,
  submit: 0x04,
  deliver: 0x05,
  unbind: 0x06,
  bindTransceiver: 0x09,
  enquireLink: 0x15,
} as const

export const ANSWER = 0x80000000

export const STATUS = {
  ok: 0x00,
  badMessage: 0x01,
  unknownCommand: 0x03,
  notBound: 0x04,
  alreadyBound: 0x05,
  badDestination: 0x0b,
  wrongPassword: 0x0e,
  queueFull: 0x14,
  throttled: 0x58,
} as const

export interface Frame {
  command: number
  status: number
  sequence: number
  body: Buffer
}

export interface Submit {
  from: string
  to: string
  esmClass: number
  dataCoding: number
  wantsReceipt: boolean
  validity: string
  octets: Buffer
}

/** Takes whole frames off the front of `stream`; the rest waits for more. */
export function takeFrames(stream: Buffer): { frames: Frame[]; rest: Buffer } {
  const frames: Frame[] = []
  let rest = stream
  while (rest.length >= 16) {
    const length = rest.readUInt32BE(0)
    if (length < 16 || length > 70_000) throw new RangeError(`PDU of ${length} octets`)
    if (rest.length < length) break
    frames.push({
      command: rest.readUInt32BE(4),
      status: rest.readUInt32BE(8),
      sequence: rest.readUInt32BE(12),
      body: rest.subarray(16, length),
    })
    rest = rest.subarray(length)
  }
  return { frames, rest }
}

export function written(frame: Partial<Frame> & { command: number }): Buffer {
  const { command, status = 0, sequence = 0, body = Buffer.of() } = frame
  const header = Buffer.alloc(16)
  header.writeUInt32BE(16 + body.length, 0)
  header.writeUInt32BE(command, 4)
  header.writeUInt32BE(status, 8)
  header.writeUInt32BE(sequence, 12)
  return Buffer.concat([header, body])
}

export function readBind(body: Buffer): { systemId: string; password: string } {
  const fields = new Fields(body)
  return { systemId: fields.text(), password: fields.text() }
}

export function readSubmit(body: Buffer): Submit {
  const fields = new Fields(body)
  fields.text() // service_type
  fields.skip(2)
  const from = fields.text()
  fields.skip(2)
  const to = fields.text()
  const esmClass = fields.octet()
  fields.skip(2) // protocol_id, priority_flag
  fields.text() // schedule_delivery_time
  const validity = fields.text()
  const wantsReceipt = (fields.octet() & 0x03) === 1
  fields.skip(1) // replace_if_present_flag
  const dataCoding = fields.octet()
  fields.skip(1) // sm_default_msg_id
  const octets = fields.octets(fields.octet())
  return { from, to, esmClass, dataCoding, wantsReceipt, validity, octets }
}

/** A deliver_sm: a receipt, or somebody's answer. */
export function deliverBody(message: {
  from: string
  to: string
  esmClass: number
  text: string
  tlvs: [tag: number, value: Buffer][]
}): Buffer {
  const text = Buffer.from(message.text, 'latin1')
  return Buffer.concat([
    Buffer.of(0, 1, 1),
    cstring(message.from),
    Buffer.of(5, 0),
    cstring(message.to),
    Buffer.of(message.esmClass, 0, 0, 0, 0, 0, 0, 0, 0, text.length),
    text,
    ...message.tlvs.map(tlv),
  ])
}

export function cstring(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'latin1')
}

function tlv([tag, value]: [number, Buffer]): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(tag, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

/** @throws RangeError where the body ends before its fields do. */
class Fields {
  private offset = 0

  constructor(private readonly body: Buffer) {}

  text(): string {
    const end = this.body.indexOf(0, this.offset)
    if (end < 0) throw new RangeError('text without an end')
    const text = this.body.toString('latin1', this.offset, end)
    this.offset = end + 1
    return text
  }

  octet(): number {
    return this.octets(1)[0]!
  }

  octets(count: number): Buffer {
    if (this.offset + count > this.body.length) throw new RangeError('body too short')
    this.offset += count
    return this.body.subarray(this.offset - count, this.offset)
  }

  skip(count: number) {
    this.octets(count)
  }
}
