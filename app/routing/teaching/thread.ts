/** The other side of in_a_thread.ts: learns what it is given, says what it learned, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { learn, type Teaching } from '../learning/learn.ts'

parentPort!.postMessage(learn(workerData as Teaching).kept)
