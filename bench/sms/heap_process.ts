/** The worker of `node ace worker`, with a door for the collector: answers what its heap holds. */
import { application } from '../application.ts'

const app = await application({})
const { Worker } = await import('#notification')
const worker = await app.container.make(Worker)
worker.start()
process.on('message', () => {
  for (let times = 0; times < 3; times++) globalThis.gc!()
  process.send!(process.memoryUsage().heapUsed / 2 ** 20)
})
process.on('disconnect', () => process.exit())
process.send!('ready')
