/**
 * `npm test`: everything that must hold, two at a time, and at the end one line with the sums.
 * With arguments, only tests: see HELP.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { line } from '../tests/support/running/closing_line.js'
import {
  allTests,
  STATIC_CHECKS,
  testsOn,
  type Check,
  type Outcome,
} from '../tests/support/running/checks.js'
import { Chromium } from '../tests/support/programs/chromium.js'
import { Kannel } from '../tests/support/programs/kannel.js'
import { stopWithPrograms } from '../tests/support/running/program.js'

const HELP = `npm test                        everything, on both databases and in Chromium
npm test -- intake              the tests of one module (or suite: unit, functional, …) on SQLite
npm test -- --files=petitions   the tests whose file is so named; also --tests= --groups= --tags=
npm test -- --mariadb intake    the same on MariaDB

CHROMIUM, MARIADBD, BEARERBOX (of Kannel) name other programs than the installed ones; empty: do
without.`

type Ended = Outcome & { name: string }

const SUITES = ['unit', 'functional', 'browser', 'journeys']
const args = process.argv.slice(2)

stopWithPrograms()

if (args.includes('--help')) {
  console.log(HELP)
} else {
  const checks = args.length > 0 ? [chosenTests(args)] : everything()
  conclude(await inOrder(checks))
}

function everything() {
  if (!Chromium.isInstalled) {
    console.log(`${Chromium.MISSING}: what needs it is skipped (Debian: apt-get install chromium)`)
  }
  if (!Kannel.isInstalled) console.log(`${Kannel.MISSING}: what needs it is skipped`)
  return [...STATIC_CHECKS, ...allTests()]
}

function chosenTests(wanted: string[]) {
  const onMariaDb = wanted.includes('--mariadb')
  const filters = wanted.filter((arg) => arg !== '--mariadb').flatMap(asJapaFilter)
  return testsOn(onMariaDb ? 'mysql' : 'sqlite', filters)
}

/** A module's name is a folder below each suite, with or without folders of its own. */
function asJapaFilter(arg: string) {
  if (arg.startsWith('-') || SUITES.includes(arg)) return [arg]
  const isFolder = SUITES.some((suite) => existsSync(join('tests', suite, arg)))
  return isFolder ? [`--files=${arg}/*`, `--files=${arg}/*/*`] : [`--files=${arg}`]
}

/** Two at a time, one for each core that the smallest machine has. */
async function inOrder(checks: Check[]) {
  const waiting = [...checks]
  const outcomes: Ended[] = []
  const oneByOne = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await outcomeOf(check, checks.length > 1 ? check.name : undefined)
      outcomes.push({ ...outcome, name: check.name })
    }
  }
  await Promise.all([oneByOne(), oneByOne()])
  return outcomes
}

async function outcomeOf(check: Check, prefix?: string) {
  const started = performance.now()
  const tell = (text: string) => console.log(prefix ? `  ${prefix} │ ${text.trimEnd()}` : text)
  const outcome = await check.run(tell)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (prefix) console.log(`${sign(outcome)} ${check.name} (${seconds} s)`)
  if (outcome.failed > 0 && outcome.output) console.log(outcome.output)
  return outcome
}

function sign({ passed, failed }: Outcome) {
  if (failed > 0) return '✖'
  return passed > 0 ? '✔' : '–'
}

/** Of several checks each failure by name once more, where it is looked for: at the end. */
function nameFailures(outcomes: Ended[]) {
  if (outcomes.length === 1) return
  for (const { name, failed, failures } of outcomes) {
    if (failed > 0) console.log([`✖ ${name}`, ...failures].join('\n'))
  }
}

function conclude(outcomes: Ended[]) {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0)

  const ran = sum('passed') + sum('failed') + sum('skipped') > 0
  if (!ran) console.log('No test is so named.')
  const skipsCount = process.env.CI === 'true' && sum('skipped') > 0
  if (skipsCount) console.log('On CI nothing may be skipped.')
  nameFailures(outcomes)
  console.log(line(sum('passed'), sum('failed'), sum('skipped')))
  process.exitCode = sum('failed') > 0 || skipsCount || !ran ? 1 : 0
}
