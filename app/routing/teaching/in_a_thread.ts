import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Teaching } from '../learning/learn.ts'
import { Model, type Kept } from '../learning/model.ts'

/** From its source a thread needs what reads TypeScript, as the process has it. */
const SOURCE = extname(import.meta.url)
const READS = SOURCE === '.ts' ? { execArgv: ['--import=@poppinss/ts-exec'] } : {}
/** MB: twenty thousand texts took 150. The bound of the process (service.env) is for what it does always. */
const OPTIONS = { ...READS, resourceLimits: { maxOldGenerationSizeMb: 400 } }

interface Said {
  kept: Kept
  milliseconds: number
}

/**
 * Learns in a thread of its own: some seconds in which this one answers everybody as before.
 *
 * @returns the model, and milliseconds of a processor that it took
 */
export function learnInThread(teaching: Teaching, signal: AbortSignal) {
  return new Promise<{ model: Model; milliseconds: number }>((resolve, reject) => {
    // Whoever listens for an end that was has missed it.
    signal.throwIfAborted()
    const file = new URL(`./thread${SOURCE}`, import.meta.url)
    const thread = new Worker(file, { workerData: teaching, ...OPTIONS })
    const end = () => void thread.terminate()
    signal.addEventListener('abort', end)
    thread.once('message', ({ kept, milliseconds }: Said) => {
      resolve({ model: new Model(kept), milliseconds })
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      signal.removeEventListener('abort', end)
      reject(new Error('The thread that learns ended before it had learned'))
    })
  })
}
