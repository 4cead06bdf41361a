/**
 * `node --expose-gc --import` of this file: a process that tells whoever started it how long its turns
 * last, and what of its heap is alive after collections (bytes).
 */
import { Probe } from './probe.ts'

/** What one collection lets go another one may find to be garbage. */
const COLLECTIONS = 3

const probe = new Probe()
process.on('message', (word) => {
  if (word === 'start') probe.start()
  process.send!(word === 'heap' ? alive() : probe.take())
})
process.channel?.unref()

function alive() {
  for (let turn = 0; turn < COLLECTIONS; turn++) globalThis.gc!()
  return process.memoryUsage().heapUsed
}
