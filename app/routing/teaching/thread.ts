/** The other side of in_a_thread.ts: learns what it is given, says what it learned, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { learn, type Teaching } from '../learning/learn.ts'

const { kept } = learn(workerData as Teaching)
const { user, system } = process.threadCpuUsage()
parentPort!.postMessage({ kept, milliseconds: Math.round((user + system) / 1000) })
