import app from '@adonisjs/core/services/app'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import db from '@adonisjs/lucid/services/db'
import type { Group } from '@japa/runner/core'
import { PrivacyNotice, Reckoning } from '#intake'
import { Silence } from '#notification'
import { Catalogue } from '#organisation'
import { forgetWhatWasAdded, seeded } from '#tests/support/databases/district'

/** All tables, in the database that is in use. It is thrown away afterwards: nothing to roll back. */
export async function migrated() {
  const migration = new MigrationRunner(db, app, { direction: 'up' })
  await migration.run()
  if (migration.error) {
    throw migration.error
  }
}

/**
 * All of this process works in one transaction, until what comes back takes back what was done.
 * Lucid would have each row that becomes a model listen for its end, which keeps all of them in
 * memory, and take the listeners off one by one, asking all the others each time: of a long test
 * that was most of its time. Nobody needs to hear of this end.
 */
export async function inOneTransaction(name = db.primaryConnectionName) {
  const trx = await db.beginGlobalTransaction(name)
  trx.once = () => trx
  return async () => {
    trx.removeAllListeners('rollback')
    db.connectionGlobalTransactions.delete(name)
    await trx.rollback()
  }
}

/**
 * Every test of the group runs inside a transaction that is rolled back: the fast way, for tests
 * that stay in this process. Code that forgets `{ client: trx }` goes unnoticed here, because the
 * whole test shares one connection; what moves several rows together has a test with `emptied`.
 */
export function wrapped(group: Group) {
  group.each.setup(() => inOneTransaction())
  group.each.teardown(forgetRows)
}

/** The same of a whole group, whose tests share what is set up once and change nothing of it. */
export function wrappedOnce(group: Group, setUp: () => Promise<void>) {
  group.setup(async () => {
    const takenBack = await inOneTransaction()
    await setUp()
    return async () => {
      await takenBack()
      forgetRows()
    }
  })
}

/** What is held in memory of rows that are there no more. */
function forgetRows() {
  Silence.forget()
  Reckoning.forget()
  forgetWhatWasAdded()
}

/**
 * Every test of the group really commits, and afterwards all that is left is the district which
 * all tests share: for browsers, workers, several connections at once, transactions of our own.
 */
export function emptied(group: Group) {
  group.each.teardown(async () => {
    await emptyAllTables()
    await seeded()
    forgetWhatWasAdded()
    Silence.forget()
    Reckoning.forget()
  })
}

/** The same of an installation without an authority: each test begins with nothing at all. */
export function fromNothing(group: Group) {
  group.each.setup(async () => {
    await emptyAllTables()
    Catalogue.forget()
    PrivacyNotice.forget()
  })
  emptied(group)
}

/** Foreign keys are put off rather than the tables sorted: all of them end up empty together. */
async function emptyAllTables() {
  const tables = await db.connection().getAllTables()
  await db.transaction(async (trx) => {
    const onMysql = trx.dialect.name === 'mysql'
    await trx.rawQuery(onMysql ? 'SET foreign_key_checks = 0' : 'PRAGMA defer_foreign_keys = ON')
    for (const table of tables.filter((name) => !name.startsWith('adonis_schema'))) {
      await trx.from(table).delete()
    }
    if (onMysql) {
      await trx.rawQuery('SET foreign_key_checks = 1')
    }
  })
}
