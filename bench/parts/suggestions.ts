import db from '@adonisjs/lucid/services/db'
import { Catalogue } from '#organisation'
import type { Bench } from '../bench.ts'
import { median } from '../posts.ts'

/** Decisions and units that an authority learns from at most, and seconds that it may take. */
const DECISIONS = 20_000
const UNITS = 60
const SLOWEST = 10
/** Milliseconds of one suggestion; how many are timed. */
const A_SUGGESTION = 1
const TIMES = 1000
const A_PIECE = 500

/** Öneri: what learning from as many decisions as it takes, and what one suggestion takes then. */
export default async function suggestions({ report, say }: Bench) {
  const { id } = await db.from('authorities').orderBy('id').firstOrFail()
  say(`${DECISIONS} decisions for ${UNITS} units`)
  await decide(id)
  const { Learning, suggestions: suggest } = await import('#routing')
  const { Petition } = await import('#intake')
  await db.from('suggestion_models').where('authority_id', id).delete()
  const failed: object[] = []
  const begun = performance.now()
  await new Learning({ info() {}, error: (data) => void failed.push(data) }).round()
  const learned = await db.from('suggestion_models').where('authority_id', id).first()
  const seconds = learned ? learned.milliseconds / 1000 : Number.NaN
  const all = ((performance.now() - begun) / 1000).toFixed(1)
  const shown = `${seconds.toFixed(1)} s for ${learned?.decisions ?? 0} texts; ${all} s went by`
  report.floor(
    `suggestions learn in ${SLOWEST} s of a processor`,
    shown,
    seconds <= SLOWEST && failed.length === 0
  )
  report.note(`a model is kept in ${Math.round((learned?.packed.length ?? 0) / 1000)} kB`)

  const catalogue = await Catalogue.of(id)
  const petitions = await Petition.query().where('authority_id', id).limit(TIMES)
  const taken: number[] = []
  for (const petition of petitions) {
    const since = performance.now()
    await suggest(petition, [], catalogue)
    taken.push(performance.now() - since)
  }
  const [half, most] = [
    median(taken),
    taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99)]!,
  ]
  const said = `median ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms`
  report.floor(`one suggestion takes ${A_SUGGESTION} ms`, said, half <= A_SUGGESTION)
}

/** Mostly by what the petition is about; a fifth went anywhere, as it does. */
async function decide(authorityId: number) {
  const units = await unitsOf(authorityId)
  const { id: officerId } = await db
    .from('officers')
    .where('authority_id', authorityId)
    .firstOrFail()
  const petitions = await db
    .from('petitions')
    .where('authority_id', authorityId)
    .orderBy('id', 'desc')
    .limit(DECISIONS)
    .select('id', 'subject_id', 'received_at')
  const rows = petitions.map((petition, at) => {
    const turn = at % 5 === 0 ? at : Number(petition.subject_id ?? 0)
    const unitId = units[turn % units.length]!
    const row = { authority_id: authorityId, petition_id: petition.id, unit_id: unitId }
    return { ...row, officer_id: officerId, chosen_at: petition.received_at }
  })
  for (let at = 0; at < rows.length; at += A_PIECE) {
    await db.table('suggestion_choices').multiInsert(rows.slice(at, at + A_PIECE))
  }
}

async function unitsOf(authorityId: number): Promise<number[]> {
  const own = () => db.from('units').where('authority_id', authorityId).orderBy('id')
  const { id: _, ...pattern } = await own().where('kind', 'internal').firstOrFail()
  const missing = UNITS - (await own()).length
  const more = Array.from({ length: Math.max(0, missing) }, (_one, at) => {
    return { ...pattern, code: `EK${at}`, name: `Ek birim ${at}`, short_name: `Ek ${at}` }
  })
  if (more.length > 0) await db.table('units').multiInsert(more)
  Catalogue.forget()
  return (await own()).map(({ id }) => id)
}
