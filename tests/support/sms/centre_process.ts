import { SmsCentre } from '../../../sms_centre/centre.ts'

/** A centre in a process of its own, so that it can be killed; its settings are the argument. */
const centre = new SmsCentre(JSON.parse(process.argv[2] ?? '{}'))
await centre.start()
process.send!({ port: centre.port, pagePort: centre.pagePort })
