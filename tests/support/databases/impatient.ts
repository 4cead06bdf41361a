import db from '@adonisjs/lucid/services/db'
import type { MysqlConfig } from '@adonisjs/lucid/types/database'
import type { TestContext } from '@japa/runner/core'
import { Petition } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { details } from '#tests/support/petitions'

const NAME = 'impatient'
/** One second. With 0 MariaDB would not look either whether it needs the row that somebody has. */
const WAITS_FOR_NOTHING = 'set session innodb_lock_wait_timeout = 1'

/**
 * Other connections to MariaDB, as of another process, on which a statement fails where it would have
 * to wait for somebody's lock. Until the test is over.
 *
 * @returns runs the work there: whatever this process asks meanwhile it asks on these
 */
export function impatient({ cleanup }: Pick<TestContext, 'cleanup'>) {
  const config = db.manager.get(db.primaryConnectionName)!.config as MysqlConfig
  type Done = (error: unknown, connection: unknown) => void
  const afterCreate = (connection: { query(sql: string, done: Done): void }, done: Done) =>
    config.pool!.afterCreate!(connection, (error: unknown) => {
      if (error) return done(error, connection)
      connection.query(WAITS_FOR_NOTHING, (fault) => done(fault, connection))
    })
  db.manager.add(NAME, { ...config, pool: { ...config.pool, min: 0, afterCreate } })
  cleanup(() => db.manager.close(NAME, true))

  return async <T>(work: () => Promise<T>) => {
    const first = db.primaryConnectionName
    db.primaryConnectionName = NAME
    try {
      return await work()
    } finally {
      db.primaryConnectionName = first
    }
  }
}

/** Somebody hands in a petition, and will be told by text and by e-mail. */
export async function handedIn() {
  const phone = PhoneNumber.parse('0500 099 99 99')
  const { petition } = await Petition.receive(details({ phone, email: 'ayse@ornek.example' }))
  return petition
}
