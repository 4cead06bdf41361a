/** The same on SQLite: a process of its own, since the other one speaks to MariaDB. */
import { application } from '../application.ts'

const count = Number(process.argv[2])
await application({ DB_CONNECTION: 'sqlite' })
const { authorities } = await import('#organisation')
const { fillAlike } = await import('../filling/alike.ts')
const { timesOfFinding } = await import('./alike.ts')
const [authority] = await authorities()
const { id } = authority!
await fillAlike(id, count)
process.stdout.write(JSON.stringify(await timesOfFinding(id)))
process.exit(0)
