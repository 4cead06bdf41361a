import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MariaDbServer } from './mariadb_server.js'

/**
 * An empty database for one run of the tests, named to the application by the environment, and gone
 * when the process ends: whether the tests passed, failed, or somebody pressed Ctrl-C.
 */
export class ScratchDatabase {
  /** @throws when `connection` is neither 'sqlite' nor 'mysql', or MariaDB does not come up */
  static async create(connection: string) {
    const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-'))
    endWithTheProcess(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

    if (connection === 'sqlite') {
      return this.#name({ DB_CONNECTION: 'sqlite', SQLITE_FILE: join(folder, 'test.sqlite3') })
    }
    if (connection !== 'mysql') {
      throw new Error(`DB_CONNECTION must be sqlite or mysql, not ${connection}`)
    }

    const server = new MariaDbServer(folder)
    endWithTheProcess(() => server.kill())
    await server.start()
    this.#name({ DB_CONNECTION: 'mysql', ...server.settings })
  }

  static #name(settings: Record<string, string>) {
    Object.assign(process.env, settings)
  }
}

/** Last registered, first ended: the server before its folder. */
const endings: (() => void)[] = []

function endWithTheProcess(ending: () => void) {
  if (endings.length === 0) {
    process.on('exit', () => endings.forEach((end) => end()))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => process.exit(1))
    }
  }
  endings.unshift(ending)
}
