/**
 * What of an error may stand in a log.
 *
 * knex puts the SQL with its bound values into the message: names, telephone and identity numbers
 * of citizens. Of an error that carries SQL we keep the driver's code, not its words.
 */
export function withoutPersonalData(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, sql, sqlState } = error as Error & Record<string, unknown>
  const fromDatabase = typeof sql === 'string' || sqlState !== undefined || isSqlite(code)
  return {
    type: error.name,
    code,
    message: fromDatabase ? 'database error' : error.message,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  }
}

function isSqlite(code: unknown) {
  return typeof code === 'string' && code.startsWith('SQLITE_')
}
