import { Browser } from '#database/demo/browser'
import { cpuOf, type Server } from './processes.ts'
import { formToken, petitionForm, send } from './visits.ts'

/** What sending a filled form takes, without the page that it stood on. */
export interface Posting {
  /** a second */
  rate: number
  /** milliseconds of processor time for one, of the web process and of the database */
  web: number
  database: number
}

let people = 0

/** Nobody writes a second time: as in a crowded hour, each with a telephone of the training range. */
export function newcomer() {
  people += 1
  const digits = String(people % 100_000).padStart(5, '0')
  return {
    ...petitionForm(people),
    phone: `0500 00${digits[0]} ${digits.slice(1, 3)} ${digits.slice(3)}`,
  }
}

/** So many forms, opened before the clock runs, are sent by so many people at once. */
export async function post(server: Server, database: number, clients: number, forms: number) {
  const browsers = Array.from({ length: clients }, () => new Browser(server.url))
  const tokens: string[] = []
  while (tokens.length < forms) tokens.push(await formToken(browsers[0]!))

  const spent = { web: server.cpu, database: cpuOf(database), at: performance.now() }
  await Promise.all(
    browsers.map(async (browser) => {
      for (let token = tokens.pop(); token; token = tokens.pop()) {
        await send(browser, newcomer(), token)
      }
    })
  )
  const seconds = (performance.now() - spent.at) / 1000
  browsers.forEach((browser) => browser.close())
  const each = (from: number, until: number) => ((until - from) * 1000) / forms
  return {
    rate: forms / seconds,
    web: each(spent.web, server.cpu),
    database: each(spent.database, cpuOf(database)),
  } satisfies Posting
}

/** Both in turn, whoever is first changing from pair to pair. */
export async function inTurn<T>(pairs: number, one: () => Promise<T>, other: () => Promise<T>) {
  const measured: { one: T; other: T }[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const first = pair % 2 ? await other() : await one()
    const second = pair % 2 ? await one() : await other()
    measured.push(pair % 2 ? { one: second, other: first } : { one: first, other: second })
  }
  return measured
}

export function median(numbers: number[]) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!
}
