import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOSING_LINE, FAILED } from './closing_line.js'
import { inCopiedTree } from './copied_tree.js'
import { LEFT, leftBy } from './over_one.js'
import { MariaDbServer } from '../databases/mariadb_server.js'
import { run } from './program.js'

export interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** What failed, by name. */
  failures: string[]
  output: string
}

/** One of the things that must hold: the static ones count as one each, the tests as many. */
export interface Check {
  name: string
  run: (tell: (line: string) => void) => Promise<Outcome>
}

export const STATIC_CHECKS: Check[] = [
  tool('prettier', 'prettier', '--check', '--log-level=warn', '.'),
  tool('eslint (with the doors)', 'eslint', '.'),
  tool('typescript', 'tsc', '--noEmit'),
  tool('knip: nothing unused', 'knip', '--no-config-hints'),
  tool('jscpd: nothing twice', 'jscpd', '--no-colors'),
  { name: 'generated files are current', run: generatedFilesAreCurrent },
]

/** All tests, on both databases where both are there; what is the same on either on one of them. */
export function allTests(): Check[] {
  const both = ['sqlite', 'mysql'] as const
  return both.map((one) => testsOn(one, [], MariaDbServer.isInstalled ? leftBy(one) : []))
}

/** The tests on one database, but for the files in `left`; `args` are japa's own. */
export function testsOn(
  connection: 'sqlite' | 'mysql',
  args: string[] = [],
  left: string[] = []
): Check {
  const database = connection === 'sqlite' ? 'SQLite' : 'MariaDB'
  return {
    name: `tests on ${database}`,
    async run(tell) {
      if (connection === 'mysql' && !MariaDbServer.isInstalled) {
        tell('  skipped: MariaDB is not installed (Debian: apt-get install mariadb-server)')
        return { passed: 0, failed: 0, skipped: 1, failures: [], output: '' }
      }
      const { status, output } = await run(
        process.execPath,
        ['--import=@poppinss/ts-exec', 'bin/test.ts', ...args],
        {
          env: { ...process.env, DB_CONNECTION: connection, [LEFT]: left.join(' ') },
          onLine: (text) => CLOSING_LINE.test(text) || tell(text),
        }
      )
      return { ...counted(output, status), failures: output.match(FAILED) ?? [], output: '' }
    },
  }
}

/** The last closing line; a run that broke off without one, or after it, counts as a failure. */
function counted(output: string, status: number) {
  const [, passed, failed, skipped] = CLOSING_LINE.exec(output)?.map(Number) ?? []
  const sums = { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 }
  return status !== 0 && sums.failed === 0 ? { ...sums, failed: 1 } : sums
}

function tool(name: string, program: string, ...args: string[]): Check {
  return {
    name,
    run: async () => judged(await run(join('node_modules/.bin', program), args, {})),
  }
}

function judged({ status, output }: { status: number; output: string }): Outcome {
  return {
    passed: Number(status === 0),
    failed: Number(status !== 0),
    skipped: 0,
    failures: [],
    output,
  }
}

/**
 * Writes .adonisjs and database/schema.ts anew and compares them with those that are kept. In a copy
 * of the tree: the tests read the same files in the meantime.
 */
function generatedFilesAreCurrent() {
  return inCopiedTree(async (copy) => {
    await cp('.env.test', join(copy, '.env'))
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '3333',
      DB_CONNECTION: 'sqlite',
      SQLITE_FILE: join(copy, 'tmp/scratch.sqlite3'),
    }
    for (const command of [['codegen'], ['migration:run', '--compact-output']]) {
      const result = await run(process.execPath, ['ace.js', ...command], { cwd: copy, env })
      if (result.status !== 0) return judged(result)
    }
    const differences = await Promise.all(
      ['.adonisjs', 'database/schema.ts'].map((path) =>
        run('diff', ['-ru', path, join(copy, path)], {})
      )
    )
    const status = Math.max(...differences.map((difference) => difference.status))
    return judged({ status, output: differences.map(({ output }) => output).join('\n') })
  })
}
