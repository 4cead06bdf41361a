/** `node --import` of this file: a process that tells whoever started it how long its turns last. */
import { Probe } from './probe.ts'

const probe = new Probe()
process.on('message', (word) => {
  if (word === 'start') probe.start()
  process.send!(probe.take())
})
process.channel?.unref()
