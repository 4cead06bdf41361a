import { fileURLToPath } from 'node:url'
import type { LoggerConfig } from '@adonisjs/core/types/logger'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const UNSAID = 'Something failed'
const DEEPEST = 4

/**
 * The one rule of every line in the log: it holds nothing that anybody typed. An error's own words
 * may: knex puts the SQL with its bound values into them, a parser the place where it stumbled, a
 * mail server the recipient. So of an error only its kind, its code and where it happened are
 * written, whoever logs it and under whatever name; the words of a line are the program's.
 */
export const logMethod: NonNullable<NonNullable<LoggerConfig['hooks']>['logMethod']> = function (
  said,
  method
) {
  const [about, ...rest]: unknown[] = said
  const errors = errorsIn(about)
  const facts = errors.length > 0 ? withoutErrors(about) : withoutStack(about)
  const words = rest.map((one) => (one instanceof Error ? withoutWords(one).type : one))
  if (errors.length > 0 && (rest.length === 0 || repeats(rest[0], errors))) words[0] = UNSAID
  method.apply(this, [facts, ...words] as unknown as Parameters<typeof method>)
}

/** What of an error may stand in a log. */
export function withoutWords(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, cause } = error as Error & { code?: unknown }
  const goesOn = cause !== undefined && depth < DEEPEST
  return {
    type: error.constructor.name,
    ...(isCode(code) ? { code } : {}),
    at: places(error.stack ?? ''),
    ...(goesOn ? { cause: withoutWords(cause, depth + 1) } : {}),
  }
}

interface LoggedError {
  type: string
  code?: string
  /** Files of the program, the innermost first. */
  at?: string[]
  cause?: LoggedError
}

/** knex puts the stack of a failed connection into its words. */
function withoutStack(about: unknown) {
  return typeof about === 'string' ? about.replace(/\n {4}at [^]*$/, '') : about
}

function errorsIn(about: unknown) {
  if (about instanceof Error) return [about]
  if (typeof about !== 'object' || about === null) return []
  return Object.values(about).filter((value) => value instanceof Error)
}

function withoutErrors(about: unknown) {
  if (about instanceof Error) return { err: withoutWords(about) }
  const facts = Object.entries(about as object)
  return Object.fromEntries(
    facts.map(([name, value]) => [name, value instanceof Error ? withoutWords(value) : value])
  )
}

/** As the framework does, which gives an error's words to the line once more. */
function repeats(words: unknown, errors: Error[]) {
  return errors.some(({ message }) => message !== '' && String(words).includes(message))
}

/** SQLITE_BUSY, ER_DUP_ENTRY, ECONNREFUSED; never a sentence or a number. */
function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z][A-Z_]{2,60}$/.test(code)
}

/**
 * The stack begins with the error's words, and these may have lines that look like places: a place is
 * a file of the program, by a name that a file of the program may have, and nothing else of its line.
 */
function places(stack: string) {
  return stack.split('\n').flatMap((line) => {
    const [, path, where] =
      /^ {4}at .*?\(?(?:file:\/\/)?(\/[\w./@+-]+?)(:\d+:\d+)\)?$/.exec(line) ?? []
    return path?.startsWith(ROOT) ? [path.slice(ROOT.length) + where] : []
  })
}
