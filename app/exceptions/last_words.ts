import { prettyPrintError } from '@adonisjs/core'
import type { Kernel } from '@adonisjs/core/ace'
import { withoutWords } from '#exceptions/log_line'

/**
 * Node prints an error that nobody caught with its words and all that hangs on it, of knex the SQL
 * with its bound values, and goes. We go as well, but say only what a log may hold.
 */
export function endQuietly() {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${lastWords(error)}\n`)
    process.exit(1)
  })
}

/** Of an error at the start or of a command: its words for whoever mends a setting, none of a database's. */
export function sayWhyItFailed(error: unknown) {
  process.exitCode = 1
  if (isFromDatabase(error)) process.stderr.write(`${lastWords(error)}\n`)
  else void prettyPrintError(error as Error)
}

/** The errors of commands, likewise. */
export function sayWhyCommandsFail({ errorHandler }: Kernel) {
  const render = errorHandler.render.bind(errorHandler)
  errorHandler.render = async (error, kernel) => {
    if (isFromDatabase(error)) sayWhyItFailed(error)
    else await render(error, kernel)
  }
}

function lastWords(error: unknown) {
  const line = { level: 60, time: Date.now(), name: 'acik-kapi', err: withoutWords(error) }
  return JSON.stringify({ ...line, msg: 'Ended by an error that nobody caught' })
}

function isFromDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, sql, sqlState } = error as Error & Record<string, unknown>
  const isSqlite = typeof code === 'string' && code.startsWith('SQLITE_')
  return (
    typeof sql === 'string' || sqlState !== undefined || isSqlite || isFromDatabase(error.cause)
  )
}
