const SHUT = ['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR']
const SILENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT']
const TRYING = ['connect', 'getaddrinfo']

/** Why the database cannot be reached, for whoever wrote the settings; undefined of any other error. */
export function noDatabase(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', syscall = '', fatal, address } = error as Error & Record<string, unknown>
  if (SHUT.includes(String(code))) {
    return `The database lets nobody in with DB_USER, DB_PASSWORD and DB_DATABASE as they are set (${code}).`
  }
  const isOurs = fatal === true || TRYING.includes(String(syscall))
  if (isOurs && SILENT.includes(String(code))) {
    // A socket is a file, and says its path.
    const at = String(address).startsWith('/') ? 'DB_SOCKET' : 'DB_HOST and DB_PORT'
    return `The database does not answer at ${at} (${code}). Does it run?`
  }
  return noDatabase(error.cause)
}
