import db from '@adonisjs/lucid/services/db'
import type { Browser } from '#database/demo/browser'
import type { Bench } from '../bench.ts'

/** So often each of the two is asked for, in turn. */
const TIMES = 500
/** By so much their medians may differ. */
const APART = 0.1
/** No petition has this number. */
const NOBODYS = '2600000000'
const PAGES = ['', '/mesajlar', '/mektup', '/gunler', '/ek/1']

/** Whether a complaint that is hidden takes as long as one that there is not, for those it is about. */
export default async function shield(bench: Bench) {
  for (const [what, login, number] of await hidden()) {
    const browser = await bench.signedIn(login)
    for (const page of PAGES) {
      bench.say(`${what}, ${page || 'the card'}`)
      const [there, nowhere] = await inTurn(browser, [number, NOBODYS], page)
      const ratio = there! / nowhere!
      const shown = `${there!.toFixed(2)} to ${nowhere!.toFixed(2)} ms, ${ratio.toFixed(3)}`
      const name = `${what}, ${page || 'card'}: hidden to not there`
      bench.report.floor(name, shown, Math.abs(ratio - 1) <= APART)
    }
    browser.close()
  }
}

/** About the bureau, about a unit, about one of its people and about the manager: for one of each. */
async function hidden() {
  const { Officer } = await import('#organisation')
  const tarim = await Officer.findByOrFail('login', 'tarim')
  const { authorityId, unitId, id } = tarim
  const some = await db
    .from('petitions')
    .where({ authority_id: authorityId, desk: 'bureau', circle: 'house' })
    .whereNull('complained_unit_id')
    .orderBy('id', 'desc')
    .limit(4)
  const columns = [
    { desk: 'management' },
    { complained_unit_id: unitId },
    { complained_unit_id: unitId, complained_officer_id: id, decider: 'head' },
    { complained_authority_id: authorityId, decider: 'above' },
  ]
  for (const [at, changes] of columns.entries()) {
    await db.from('petitions').where('id', some[at].id).update(changes)
  }
  const [bureau, unit, person, manager] = some.map((one) => one.number as string)
  return [
    ['a complaint about the bureau', 'masa', bureau!],
    ['a complaint about a unit', 'tarim', unit!],
    ['a complaint about a person', 'tarim', person!],
    ['a complaint about the manager', 'kaymakam', manager!],
  ] as const
}

/** @returns the median of each, in milliseconds */
async function inTurn(browser: Browser, numbers: readonly string[], page: string) {
  const times: number[][] = numbers.map(() => [])
  for (let turn = 0; turn < TIMES * numbers.length; turn++) {
    // Not always the same one first: what a collector of garbage takes falls on both.
    const at = (turn + Math.floor(turn / numbers.length)) % numbers.length
    const began = performance.now()
    const { status } = await browser.get(`/dosya/${numbers[at]}${page}`)
    times[at]!.push(performance.now() - began)
    if (status !== 404 && status !== 403) throw new Error(`${page}: ${status}`)
  }
  return times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!)
}
