import db from '@adonisjs/lucid/services/db'
import { spellingsOf, termsOf, typedSearch } from '#intake'

/** Words that are spread by arithmetic, and how often each comes: in every so manieth petition. */
const SPREAD: Record<string, Spread> = {
  iş: [2, 0],
  aş: [2, 1],
  ev: [3, 0],
  yol: [7, 3],
  lamba: [20, 1],
  köpek: [50, 7],
  kanalizasyon: [1000, 11],
  zürafa: [50_000, 12],
}
type Spread = readonly [every: number, rest: number]

/**
 * Gives every petition of a crowd its postings, as the worker would: what all of them say, and words
 * that come more or less often. In the order in which the table lies; what is there already stays.
 */
export async function manyPostings(say: (what: string) => void = () => {}) {
  const [{ last }] = await db.from('petitions').max('id as last')
  const [{ steps }] = await db.from('steps').max('id as steps')
  const [mark] = await db.from('search_marks')
  const from = Number(mark?.rebuild_until ?? 0)
  if (from >= Number(last)) return
  const { text, place } = await db.from('petitions').firstOrFail()
  const said = termsOf(`${text.replace(/\d+/g, '')} ${place}`)
  const every = said.map((term) => [term, [1, 0]] as const)
  const spread = Object.entries(SPREAD).map(([word, of]) => [termOf(word), of] as const)
  const authorities = await db.from('authorities').select('id')
  for (const [term, of] of [...every, ...spread].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    say(`postings of ${term}`)
    await learn(term)
    for (const { id } of authorities) await ofAuthority(id, term, of, from)
    await ofUnits(term, of, from)
  }
  await db.from('search_marks').delete()
  const row = { id: 1, step_id: Number(steps ?? 0), rebuilt_to: null, rebuild_until: Number(last) }
  await db.table('search_marks').insert(row)
}

function termOf(word: string) {
  return typedSearch(word).clues![0]![0]!
}

const ignoring = () => (db.connection().dialect.name === 'mysql' ? 'ignore' : 'or ignore')

async function learn(term: string) {
  const sql = `insert ${ignoring()} into search_spellings (spelling, term) values (?, ?)`
  for (const spelling of spellingsOf(term)) await db.rawQuery(sql, [spelling, term])
}

function ofAuthority(id: number, term: string, [every, rest]: Spread, from: number) {
  return db.rawQuery(
    `insert ${ignoring()} into search_postings (scope, term, petition_id)
     select case when kind = 'tipOff' then ? else ? end, ?, id from petitions
     where authority_id = ? and id > ? and id % ? = ? order by id`,
    [`a${id}t`, `a${id}`, term, id, from, every, rest]
  )
}

function ofUnits(term: string, [every, rest]: Spread, from: number) {
  return db.rawQuery(
    `insert ${ignoring()} into search_postings (scope, term, petition_id)
     select concat('u', petition_readers.unit_id), ?, petition_id from petition_readers
     join petitions on petitions.id = petition_readers.petition_id
     where until is null and petition_id > ? and petition_id % ? = ? and petitions.kind <> 'tipOff'
     order by petition_readers.unit_id, petition_id`,
    [term, from, every, rest]
  )
}
