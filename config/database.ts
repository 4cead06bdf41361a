import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'

const migrations = { naturalSort: true, paths: ['database/migrations'] }
const schemaGeneration = {
  enabled: env.get('DB_CONNECTION') === 'sqlite' && !app.inProduction,
  rulesPaths: ['./database/schema_rules.js'],
}

const mysql = {
  host: env.get('DB_HOST') ?? '127.0.0.1',
  port: env.get('DB_PORT') ?? 3306,
  // On the same machine: goes before host and port.
  socketPath: env.get('DB_SOCKET'),
  user: env.get('DB_USER'),
  password: env.get('DB_PASSWORD'),
  database: env.get('DB_DATABASE'),
  timezone: 'Z',
  dateStrings: false,
}

/**
 * From 200 ranges on the optimizer guesses instead of looking: 29 units × 7 stages were guessed to be
 * all petitions, and all of 100,000 were read for the managers' figures where 20,000 were open.
 */
const LOOK_AT_EVERY_RANGE = 'set session eq_range_index_dive_limit = 0'

/**
 * A statement locks the rows that it changes and not the gaps between them, into which submissions
 * insert: docs/adr/0018-a-statement-locks-only-what-it-changes.md.
 */
const LOCK_ROWS_ALONE = 'set session transaction isolation level read committed'

/**
 * MariaDB keeps what a subquery gave in a temporary table, by its values, and looks there first: for
 * a list that judges each petition once this is a row more for each. MySQL knows no such thing, and
 * reads a comment.
 */
const FORGET_SUBQUERIES = "/*M!100100 , session optimizer_switch = 'subquery_cache=off' */"

/**
 * SQLite is the embedded default, MariaDB 10.11 / MySQL 8 the production database. `charset` is
 * left out of the connection on purpose: with it, tables get general_ci whatever the database says.
 */
export default defineConfig({
  connection: env.get('DB_CONNECTION'),
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: env.get('SQLITE_FILE') ?? app.tmpPath('acik-kapi.sqlite3') },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        acquireTimeoutMillis: 5000,
        afterCreate(connection, done) {
          connection.pragma('journal_mode = WAL')
          connection.pragma('synchronous = NORMAL')
          connection.pragma('foreign_keys = ON')
          connection.pragma('busy_timeout = 5000')
          done(null, connection)
        },
      },
      migrations,
      schemaGeneration,
    },
    mysql: {
      client: 'mysql2',
      connection: mysql,
      pool: {
        min: 2,
        max: env.get('DB_POOL') ?? 20,
        acquireTimeoutMillis: 5000,
        afterCreate(connection, done) {
          connection.query(LOCK_ROWS_ALONE, (error: unknown) => {
            if (error) return done(error, connection)
            connection.query(`${LOOK_AT_EVERY_RANGE} ${FORGET_SUBQUERIES}`, (fault: unknown) =>
              done(fault, connection)
            )
          })
        },
      },
      migrations,
      schemaGeneration: { ...schemaGeneration, enabled: false },
    },
  },
})
