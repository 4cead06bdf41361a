import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { Kind } from '../kinds.ts'
import type { Bytes } from '../store/pieces.ts'
import { ENDS } from './picture_limits.ts'

/** Milliseconds, and bytes of memory, libraries included; one that needs more is ended. */
export const BOUNDS = { time: 30_000, memory: 300 * 1024 * 1024, look: 25 }

/** Here it is TypeScript, which Node reads as it is; built, JavaScript. */
const PROGRAM = fileURLToPath(new URL(`./picture${extname(import.meta.url)}`, import.meta.url))

/** The picture cannot be shown; `fault` says which sentence tells of it. */
export class NoPicture extends Error {
  constructor(readonly fault: 'unreadable' | 'pixels') {
    super(fault)
  }
}

let turn: Promise<unknown> = Promise.resolve()

/**
 * Writes a picture anew in a process of its own (picture.ts), one at a time; others wait for their turn.
 *
 * @param original opened when it is its turn
 * @param keep takes what is written as it comes
 * @throws NoPicture; whatever `original` or `keep` throw
 */
export function reencoded<T>(
  kind: Kind,
  original: () => Bytes,
  keep: (picture: Bytes) => Promise<T>
): Promise<T> {
  const done = turn.then(() => reencode(kind, original(), keep))
  turn = done.catch(() => {})
  return done
}

async function reencode<T>(kind: Kind, original: Bytes, keep: (picture: Bytes) => Promise<T>) {
  const child = spawn(process.execPath, [...CONFINED, PROGRAM, kind], {
    // It inherits no key and no password.
    env: { MALLOC_ARENA_MAX: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = endOf(child)
  const unguard = guard(child)
  let fault: unknown
  const fed = pipeline(original, child.stdin!).catch((error: NodeJS.ErrnoException) => {
    // One that has seen enough reads no more.
    if (!['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(error.code ?? '')) {
      fault = error
      child.kill('SIGKILL')
    }
  })
  try {
    const picture = async function* () {
      yield* Readable.from(child.stdout!) as Bytes
      await fed
      const fallen = fault ?? (await ended)
      if (fallen) throw fallen
    }
    return await keep(picture())
  } finally {
    child.kill('SIGKILL')
    unguard()
  }
}

/** Reads what it needs to run and nothing else: writes no file, starts no program, asks no network. */
const CONFINED = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-addons',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
  '--max-old-space-size=64',
]

/** Null when all went well. */
function endOf(child: ChildProcess) {
  const { promise, resolve } = Promise.withResolvers<Error | null>()
  child.once('error', resolve)
  child.once('close', (status, signal) => {
    if (status === 0) return resolve(null)
    // Whoever needs too much memory or time is ended by the guard.
    resolve(new NoPicture(status === ENDS.pixels || signal ? 'pixels' : 'unreadable'))
  })
  return promise
}

/** Ends it when it takes too long or too much; others go before it. */
function guard(child: ChildProcess) {
  const { pid } = child
  if (pid === undefined) return () => {}
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It is over already.
  }
  const late = setTimeout(() => child.kill('SIGKILL'), BOUNDS.time)
  const look = setInterval(() => {
    void memoryOf(pid).then((bytes) => bytes > BOUNDS.memory && child.kill('SIGKILL'))
  }, BOUNDS.look)
  return () => {
    clearTimeout(late)
    clearInterval(look)
  }
}

/** Bytes; 0 where the machine does not say (no Linux). */
async function memoryOf(pid: number) {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0')
  const [, resident = 0] = pages.split(' ').map(Number)
  return resident * 4096
}
