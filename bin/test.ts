/**
 * Runs the tests of one database: `node ace test` and `npm test` both come here. The database is a
 * fresh one in the system's temporary folder; `DB_CONNECTION=mysql` brings up a MariaDB server.
 */
process.env.NODE_ENV = 'test'

import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { configure, processCLIArgs, run } from '@japa/runner'
import { ScratchDatabase } from '../tests/support/databases/scratch_database.js'
import { freePort } from '../tests/support/free_port.js'
import { LEFT } from '../tests/support/running/over_one.js'

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

process.env.PORT ??= String(await freePort())
await ScratchDatabase.create(process.env.DB_CONNECTION ?? 'sqlite')

new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
  })
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.js')

    processCLIArgs(process.argv.splice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      exclude: (process.env[LEFT] ?? '').split(' ').filter(Boolean),
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, () => app.terminate()],
    })
  })
  .run(() => run())
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
