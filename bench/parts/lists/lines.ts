import { LISTS, type Ask } from '#tests/support/walks/lists'
import { PEOPLE, type Who } from '#tests/support/walks/people'
import type { Side } from './side.ts'

/** What only what a test has made opens. */
const WITHOUT = ['test_messages.show', 'desk_receipts.show']
/** Milliseconds for which the addresses of one line are opened in turn, each once at least. */
const LONG = 250
const MOST_ROWS = 500
/** So often what has read too much is asked again. */
const AGAIN = 3

/** One list with one way to narrow it, as one person asks for it; `asks`: the values. */
export interface Line {
  who: Who
  what: string
  asks: Ask[]
}

export interface Cost {
  rows: number
  statements: number
  /** milliseconds */
  p50: number
  p99: number
}

/** Every list × what narrows it × everybody; whoever may not open a page has no line of it. */
export async function linesOf(side: Side) {
  const lines: Line[] = []
  for (const who of Object.keys(PEOPLE) as Who[]) {
    for (const [route, asks] of Object.entries(LISTS)) {
      if (WITHOUT.includes(route)) continue
      const all = asks(side.asked)
      if (await opens(side, who, all[0]!)) lines.push(...grouped(who, all))
    }
  }
  return lines
}

async function opens(side: Side, who: Who, ask: Ask) {
  return (await visit(side, who, ask)) === 200
}

function grouped(who: Who, asks: Ask[]): Line[] {
  const groups = Object.entries(Object.groupBy(asks, nameOf))
  return groups.map(([what, some]) => ({ who, what, asks: some! }))
}

/** Of the register what it is narrowed by, of the others to what. */
function nameOf({ path, form }: Ask) {
  const [address, query = ''] = path.split('?') as [string, string?]
  const page = address.replace(/\d{2,}/g, '…')
  if (form) return `${page} (search)`
  const asked = [...new URLSearchParams(query)]
  const shown = asked.map(([name, value]) => (name === 'filtre' ? value : name))
  return `${page} ${shown.join('+')}`.trim()
}

/** The most rows that any of its addresses reads, and how long all of them take. */
export async function costOf(side: Side, line: Line): Promise<Cost> {
  let [rows, statements] = [0, 0]
  for (const ask of line.asks) {
    const counts = await countsOf(side, line.who, ask)
    rows = Math.max(rows, counts.rows)
    statements = Math.max(statements, counts.statements)
  }
  return { rows, statements, ...(await timesOf(side, line)) }
}

/**
 * Again where it was too much: units, subjects and sessions may have been read afresh beside it, of
 * thirteen authorities too.
 */
async function countsOf(side: Side, who: Who, ask: Ask) {
  const count = () => side.database.count(() => visit(side, who, ask))
  let counts = await count()
  for (let again = 0; again < AGAIN && counts.rows > MOST_ROWS; again++) counts = await count()
  return counts
}

async function timesOf(side: Side, { who, asks }: Line) {
  const spent: number[] = []
  const until = performance.now() + LONG
  do {
    for (const ask of asks) {
      const begin = performance.now()
      await visit(side, who, ask)
      spent.push(performance.now() - begin)
    }
  } while (performance.now() < until)
  spent.sort((one, other) => one - other)
  const at = (share: number) => spent[Math.min(spent.length - 1, Math.floor(spent.length * share))]!
  return { p50: at(0.5), p99: at(0.99) }
}

async function visit(side: Side, who: Who, { path, form, fragment }: Ask) {
  const browser = side.people.get(who)!
  const headers: Record<string, string> = fragment ? { 'hx-request-type': 'partial' } : {}
  const { status } = form
    ? await browser.post(path, form, headers)
    : await browser.get(path, headers)
  if (status >= 500) throw new Error(`${who}: ${path} answered ${status}`)
  return status
}
