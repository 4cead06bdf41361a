import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { MysqlConfig } from '@adonisjs/lucid/types/database'
import type { TestContext } from '@japa/runner/core'
import { PrivacyNotice, Reckoning } from '#intake'
import { Catalogue } from '#organisation'
import { migrated } from '#tests/support/database'
import { foundAgain, seeded } from '#tests/support/databases/district'
import { MariaDbServer } from '#tests/support/databases/mariadb_server'

const NAME = 'second'

/**
 * Another MariaDB server, which a test may crash as the one of all tests may not be: with all tables
 * and the district; a `durable` one syncs every commit, as whoever crashes it needs. Until the test
 * is over whatever asks the database in this process asks this one.
 */
export async function onSecondDatabase(
  { cleanup }: Pick<TestContext, 'cleanup'>,
  manner: 'durable' | 'lazy' = 'durable'
) {
  const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-second-'))
  const server = new MariaDbServer(folder, manner)
  const end = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  // Also when somebody presses Ctrl-C in the middle of the test.
  process.once('exit', end)
  cleanup(() => {
    process.removeListener('exit', end)
    end()
  })
  await server.start()
  cleanup(use(server))
  await migrated()
  await seeded()
  return server
}

/** Gives what brings the first one back. */
function use({ settings }: MariaDbServer) {
  const first = db.primaryConnectionName
  const { mysql } = app.config.get<{ connections: { mysql: MysqlConfig } }>('database').connections
  const connection = {
    host: settings.DB_HOST,
    port: Number(settings.DB_PORT),
    user: settings.DB_USER,
    password: settings.DB_PASSWORD,
    database: settings.DB_DATABASE,
    timezone: 'Z',
  }
  db.manager.add(NAME, { ...mysql, connection })
  db.primaryConnectionName = NAME
  Reckoning.forget()
  return async () => {
    db.primaryConnectionName = first
    await db.manager.close(NAME, true)
    Catalogue.forget()
    PrivacyNotice.forget()
    Reckoning.forget()
    await foundAgain()
  }
}
