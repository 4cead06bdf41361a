import { createServer, type AddressInfo, type Socket } from 'node:net'

import { type TestContext } from '@japa/runner/core'

import { Frames } from '../../../app/sms/smpp/frames.ts'
import { Pdu } from '../../../app/sms/smpp/pdu.ts'
import { ring } from './happened.ts'

/** An SMS centre that says only what the test tells it to say. */
export async function openPeer({ cleanup }: Pick<TestContext, 'cleanup'>) {
  const heard: Pdu[] = []
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    const frames = new Frames()
    sockets.push(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      for (const frame of frames.push(chunk as Buffer)) {
        const pdu = new Pdu(frame)
        heard.push(pdu)
        ring()
        if (pdu.command !== 'bind_transceiver') continue
        const { sequence_number } = pdu
        socket.write(new Pdu('bind_transceiver_resp', { sequence_number }).toBuffer())
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanup(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port,
    say: (octets: Buffer) => sockets.at(-1)!.write(octets),
    /** Says the same without end, as fast as it is taken. Gives what ends that and counts it. */
    repeat: (octets: Buffer) => repeat(sockets.at(-1)!, octets),
    stopReading: () => void sockets.at(-1)!.pause(),
    readOn: () => void sockets.at(-1)!.resume(),
    heard: (command: string) => heard.filter((pdu) => pdu.command === command),
  }
}

/** A PDU as it goes over the wire. */
export function written(command: string, fields: Record<string, string | number | Buffer>): Buffer {
  return new Pdu(command, fields).toBuffer()
}

/** A PDU of which the header says `command_id` and the body `body`. */
export function raw(command: number, body = '', status = 0, sequence = 7): Buffer {
  const octets = Buffer.from(body, 'hex')
  const header = Buffer.alloc(16)
  header.writeUInt32BE(16 + octets.length, 0)
  header.writeUInt32BE(command, 4)
  header.writeUInt32BE(status, 8)
  header.writeUInt32BE(sequence, 12)
  return Buffer.concat([header, octets])
}

function repeat(socket: Socket, octets: Buffer) {
  let times = 0
  const say = () => {
    do times += 1
    while (socket.write(octets))
  }
  socket.on('drain', say)
  say()
  return () => {
    socket.off('drain', say)
    return times
  }
}
