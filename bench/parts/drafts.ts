import db from '@adonisjs/lucid/services/db'
import type { Bench } from '../bench.ts'

/** Letters of an answer, and how often it is kept while it is written. */
const WORDS = 'Yolunuz cuma günü onarılacak. '.repeat(40)
const TIMES = 500
/** Milliseconds at p99. */
const SLOWEST = 15

/** What it takes to keep an answer while somebody writes it, as the page's script sends it. */
export default async function drafts(bench: Bench) {
  const { report } = bench
  const { Officer } = await import('#organisation')
  const { unitId } = await Officer.findByOrFail('login', 'tarim')
  const open = db.from('petitions').where({ unit_id: unitId, desk: 'bureau', circle: 'house' })
  const petition = await open.whereIn('stage', ['routed', 'inProgress']).orderBy('id').first()
  if (!petition) return report.note('no petition of agriculture is open')
  const browser = await bench.signedIn('tarim')
  const card = await browser.get(`/dosya/${petition.number}`)
  const _csrf = /name=["']_csrf["'] value=["']([^"']+)/.exec(card.body)?.[1] ?? ''
  const times: number[] = []
  for (let turn = 1; turn <= TIMES; turn++) {
    const fields = { part: 'draft', sitting: 'olcum-olcum-olcum', turn: String(turn), _csrf }
    const words = { 'seen': '1.0', 'draft-outcome': 'informed', 'draft-text': `${WORDS}${turn}` }
    const began = performance.now()
    const { status } = await browser.post(`/dosya/${petition.number}/cevap/taslak`, {
      ...fields,
      ...words,
    })
    times.push(performance.now() - began)
    if (status !== 200) throw new Error(`a draft was answered with ${status}`)
  }
  browser.close()
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(TIMES * share)]!
  const shown = `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`
  report.floor(`a draft is kept within ${SLOWEST} ms`, shown, at(0.99) <= SLOWEST)
}
