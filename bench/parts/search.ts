import db from '@adonisjs/lucid/services/db'
import { castOf } from '#tests/support/databases/crowd/cast'
import { manyPostings } from '#tests/support/databases/many_postings'
import type { Officer } from '#organisation'
import type { Bench } from '../bench.ts'

/** Milliseconds at p95 of a page with its marked words; and rows of one page. */
const SLOWEST = { unit: 50, authority: 150 }
const MOST_ROWS = 500
const TIMES = 200

/** What officers type: of two letters, common, rare, together, never together, with a slip, of nobody. */
const TYPED = {
  'two letters': ['su', 'iş', 'ev'],
  'one word': ['lamba', 'köpek', 'yolumuz', 'kanalizasyon'],
  'a rare word': ['zürafa'],
  'two common words': ['iş ev', 'su yol'],
  'a rare and a common word': ['su kanalizasyon', 'zürafa iş'],
  'common words that never meet': ['iş aş'],
  'rare words that hardly meet': ['köpek kanalizasyon', 'lamba köpek'],
  'a slip of the pen': ['lanba', 'kanalzasyon su'],
  'a word of nobody': ['zambakçı'],
  'a name or words': ['Ayşe Deneme'],
}

/** Searching as people type, in a unit and over an authority: times and rows of a page. */
export default async function search(bench: Bench) {
  const { database, report, say } = bench
  const { search: searched, typedSearch, whyFound } = await import('#intake')
  await manyPostings(say)
  await db.rawQuery('analyze table search_postings, search_spellings')
  for (const [where, officer] of Object.entries(await people())) {
    const page = async (words: string) => {
      const { rows, clues } = await searched(officer, typedSearch(words), {
        after: '',
        isAlike: false,
      })
      await whyFound(officer, rows, clues)
    }
    const all: number[] = []
    for (const [what, words] of Object.entries(TYPED)) {
      say(`${where}: ${what}`)
      const times: number[] = []
      for (const one of words) await page(one)
      for (let turn = 0; turn < TIMES; turn++) {
        const began = performance.now()
        await page(words[turn % words.length]!)
        times.push(performance.now() - began)
      }
      all.push(...times)
      const { rows } = await database.count(async () => {
        for (const one of words) await page(one)
      })
      const [each, p95] = [Math.round(rows / words.length), share(times)]
      const shown = `${each} rows, p50 ${share(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
      report.floor(
        `search in ${where}, ${what}: at most ${MOST_ROWS} rows`,
        shown,
        each <= MOST_ROWS
      )
    }
    const most = SLOWEST[where as keyof typeof SLOWEST]
    const p95 = share(all)
    report.floor(`search in ${where}: p95 at most ${most} ms`, `${p95.toFixed(1)} ms`, p95 <= most)
  }
}

function share(times: number[], of = 0.95) {
  return times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * of)]!
}

/** Somebody of the unit that has most, and the manager, who sees every desk. */
async function people(): Promise<Record<string, Officer>> {
  const { Officer } = await import('#organisation')
  const { id } = await db.from('authorities').orderBy('id').firstOrFail()
  const { units } = await castOf(id, db.connection())
  const unit = await (await Officer.findByOrFail('login', 'tarim')).loadRoles()
  unit.unitId = units[0]!.id
  const authority = await (await Officer.findByOrFail('login', 'kaymakam')).loadRoles()
  return { unit, authority }
}
