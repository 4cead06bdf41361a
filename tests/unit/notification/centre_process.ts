import { SmsCentre } from '../../../app/notification/centre/centre.ts'

/** A centre in a process of its own, so that a test can kill it: journal, port. */
const [journal, port] = process.argv.slice(2)
const faults = { receipts: { late: 60_000 } }
const centre = new SmsCentre({ port: Number(port), journal, faults })
await centre.start()
process.send!('ready')
