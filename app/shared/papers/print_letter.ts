import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { OfficialLetter } from './official_letter.ts'

/** From its source a thread needs what reads TypeScript, as the process has it. */
const SOURCE = extname(import.meta.url)
const READS = SOURCE === '.ts' ? { execArgv: ['--import=@poppinss/ts-exec'] } : {}
/** MB; fonts and some pages are 60. */
const OPTIONS = { ...READS, resourceLimits: { maxOldGenerationSizeMb: 200 } }
/** Milliseconds, its beginning and the fonts with it. */
const LONGEST = 20_000

/** One for a process, from its first paper on: reading the fonts takes longer than ten letters. */
let thread: Worker | null = null
/** Papers are made one after the other: whose turn it is. */
let turn: { resolve: (pdf: Buffer) => void; reject: (error: Error) => void } | null = null
let before: Promise<unknown> = Promise.resolve()

/**
 * Makes a letter in a thread of its own, while this one answers everybody else.
 *
 * @throws Error, which says nothing of the letter, where there is none within twenty seconds
 */
export function printLetter(letter: OfficialLetter): Promise<Buffer> {
  const made = before.then(() => asked(letter))
  before = made.catch(() => {})
  return made
}

/** Begins the thread before anybody waits for it: it reads the fonts by itself, and holds up nobody. */
export function warmUp() {
  if (thread) return
  thread = begun()
  thread.unref()
}

function asked(letter: OfficialLetter) {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const working = (thread ??= begun())
  const late = setTimeout(() => void working.terminate(), LONGEST)
  turn = { resolve, reject }
  working.ref()
  working.postMessage(letter)
  return promise.finally(() => {
    clearTimeout(late)
    // It waits for the next one, and keeps no process alive meanwhile.
    working.unref()
  })
}

function begun() {
  return new Worker(new URL(`./print_thread${SOURCE}`, import.meta.url), OPTIONS)
    .on('message', ({ pdf, fault }: { pdf?: Uint8Array; fault?: string }) => {
      if (pdf) turn?.resolve(Buffer.from(pdf))
      else turn?.reject(new Error(`a letter could not be made: ${fault}`))
    })
    .on('error', (error: Error) => turn?.reject(error))
    .on('exit', () => {
      thread = null
      turn?.reject(new Error('the thread that prints ended before it had printed'))
    })
}
