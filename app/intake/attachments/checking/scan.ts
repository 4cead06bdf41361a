import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import env from '#start/env'
import { Pieces, type Bytes } from '../store/pieces.ts'

/** Milliseconds without a word from the scanner. */
const SCANNING = { patience: 30_000 }
/** Bytes that are handed over at once. */
const PIECE = 64 * 1024

/** The scanner did not say whether the file is clean, so it is not shown yet. */
class ScannerAway extends Error {}

/** Whether an administrator has set a scanner of files (clamd): its socket, or its host and port. */
export function isScanned() {
  return Boolean(env.get('CLAMD'))
}

/**
 * Asks clamd about a file (INSTREAM: it is sent, a piece at a time, and lies nowhere).
 *
 * @returns whether nothing was found in it
 * @throws ScannerAway when it says neither yes nor no; whatever the source throws
 */
export async function isClean(source: Bytes) {
  const socket = connect(addressOf(env.get('CLAMD')!))
  socket.setTimeout(SCANNING.patience, () => socket.destroy(new ScannerAway('late')))
  const said = answerOf(socket)
  try {
    await hear(once(socket, 'connect'))
    await hear(written(socket, 'zINSTREAM\0'))
    for await (const piece of new Pieces(source).of(PIECE)) {
      if (!socket.writable) break
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      await hear(written(socket, Buffer.concat([length, piece])))
    }
    if (socket.writable) await hear(written(socket, Buffer.alloc(4)))
    return verdict(await said)
  } finally {
    socket.destroy()
  }
}

function addressOf(setting: string) {
  const [, host, port] = /^(.+):(\d+)$/.exec(setting) ?? []
  return host ? { host, port: Number(port) } : { path: setting }
}

/** Of the line, every trouble is the scanner's. */
function hear<T>(told: Promise<T>) {
  return told.catch((error: unknown) => {
    throw new ScannerAway('no answer', { cause: error })
  })
}

async function written(socket: Socket, bytes: string | Buffer) {
  await new Promise<void>((resolve, reject) =>
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  )
}

function answerOf(socket: Socket) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  socket
    .on('data', (piece) => (text = (text + piece.toString('latin1')).slice(0, 1000)))
    .once('end', () => resolve(text))
    .once('close', () => resolve(text))
    .on('error', (error) => reject(new ScannerAway('no answer', { cause: error })))
  // Whoever gave up before has heard of it another way.
  promise.catch(() => {})
  return promise
}

/** "stream: OK", "stream: Eicar-Signature FOUND", or an error of its own, of size perhaps. */
function verdict(text: string) {
  if (/^stream: OK\0?\s*$/.test(text)) return true
  if (/ FOUND\0?\s*$/.test(text)) return false
  throw new ScannerAway('no verdict')
}
