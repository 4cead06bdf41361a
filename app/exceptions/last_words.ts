import { prettyPrintError } from '@adonisjs/core'
import type { Kernel } from '@adonisjs/core/ace'
import { withoutWords } from '#exceptions/log_line'
import { noDatabase } from '#exceptions/no_database'

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
  const sentence = mendable(error)
  if (sentence !== undefined) process.stderr.write(`${sentence}\n`)
  else if (isFromDatabase(error)) process.stderr.write(`${lastWords(error)}\n`)
  else void prettyPrintError(error as Error)
}

/** The errors of commands, likewise. */
export function sayWhyCommandsFail({ errorHandler }: Kernel) {
  const render = errorHandler.render.bind(errorHandler)
  errorHandler.render = async (error, kernel) => {
    if (mendable(error) !== undefined || isFromDatabase(error)) sayWhyItFailed(error)
    else await render(error, kernel)
  }
}

/** What whoever wrote the settings can mend, without stack or source; undefined of any other error. */
function mendable(error: unknown) {
  return noDatabase(error) ?? aboutSettings(error)
}

function aboutSettings(error: unknown) {
  if (!(error instanceof Error)) return undefined
  const { code, syscall, help } = error as Error & Record<string, unknown>
  if (code === 'E_INVALID_ENV_VARIABLES') return `These settings are wrong:\n${help}`
  if (code === 'E_INSECURE_ENCRYPTER_KEY' || code === 'E_MISSING_ENCRYPTER_KEY') {
    return `APP_KEY: ${error.message}`
  }
  if (syscall === 'listen') return `HOST and PORT: ${error.message}`
  const namesOne = error instanceof RangeError && /^[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/.test(error.message)
  return namesOne ? error.message : undefined
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
