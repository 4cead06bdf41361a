import { readFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { Chromium } from '#tests/support/programs/chromium'
import type { Bench } from '../bench.ts'

const FIFTEEN = 15
const MOST = { keys: 4, loads: 1 }
const EXAMPLES = new URL('../../resources/routing/examples.tsv', import.meta.url)

/** Fifteen petitions as an officer routes them in Chromium, by keyboard alone: keys and page loads of each. */
export default async function routingKeys(bench: Bench) {
  const { app, report, say } = bench
  if (!Chromium.isInstalled) return report.note(Chromium.MISSING)
  const { routeByKeys } = await import('#tests/support/routed_by_keys')
  ;(await bench.signedIn('masa')).close()
  const { wanted, place } = await brought()
  const browser = await Chromium.launch({})
  const page = await browser.newPage({ baseURL: app.url })
  const list = `/masa?${new URLSearchParams({ yer: place })}`
  await page.goto(`/giris?${new URLSearchParams({ next: list })}`)
  await page.fill('[name=login]', 'masa')
  await page.fill('[name=password]', 'only-for-the-measurement')
  await Promise.all([
    page.waitForURL((url) => url.pathname === '/masa'),
    page.keyboard.press('Enter'),
  ])
  say(`fifteen petitions of ${place}`)
  const routed = await routeByKeys(page, wanted)
  await browser.close()

  const keys = routed.map((one) => one.keys)
  const mean = keys.reduce((sum, one) => sum + one, 0) / keys.length
  const bySuggestion = routed.filter(({ by }) => by === 'suggestion').length
  report.floor(
    `a petition is routed with at most ${MOST.keys} keys`,
    `${mean.toFixed(1)} (${keys.join(' ')}; ${bySuggestion} by a suggestion)`,
    mean <= MOST.keys
  )
  const loads = Math.max(...routed.map((one) => one.loads))
  report.floor(`and at most ${MOST.loads} page load`, loads, loads <= MOST.loads)
}

/** Fifteen of the examples come from a place from where nothing else waits. */
async function brought() {
  const { Petition } = await import('#intake')
  const { Catalogue, Officer } = await import('#organisation')
  const { authorityId } = await Officer.findByOrFail('login', 'masa')
  const { places, units } = await Catalogue.of(authorityId)
  const busy = await db
    .from('petitions')
    .distinct('place')
    .whereIn('place', [...places])
  const place = places.find((one) => !busy.some((row) => row.place === one))
  if (!place) throw new Error('something waits from everywhere')
  const lines = readFileSync(EXAMPLES, 'utf8').trim().split('\n').slice(1)
  const all = lines.flatMap((line) => {
    const [text = '', code] = line.split('\t')
    const unit = units.find((one) => one.code === code && one.kind === 'internal')
    return unit ? [{ text, unit: unit.name }] : []
  })
  const apart = Math.floor(all.length / FIFTEEN)
  const wanted = new Map<string, string>()
  for (let at = 0; at < FIFTEEN; at++) {
    const { text, unit } = all[at * apart]!
    const { petition } = await Petition.receive({
      ...{ authorityId, channel: 'web', kind: 'request', text, locale: 'tr', noticeVersion: 1 },
      ...{ subject: null, complainedUnit: null, place, name: 'Ayşe Deneme', nationalId: null },
      ...{ phone: null, declinesTexts: false, email: null, address: 'Deneme Sokak 1' },
    })
    wanted.set(petition.number, unit)
  }
  return { wanted, place }
}
