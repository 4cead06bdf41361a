import db from '@adonisjs/lucid/services/db'
import {
  hidesPetitioner,
  keptBy,
  PUBLIC_STAGE,
  saidToEach,
  type Outcome,
  type Said,
  type Stage,
} from '#intake'
import { authorities, type Authority, type Officer } from '#organisation'
import { moment, type Stored } from '#shared/dates/stored'

const PAGE = 30
/** So many rows are looked through for some that this officer may see. */
const MOST_PAGES = 4

interface Kept {
  id: number
  petition_id: number
  since: Stored
}

interface Found {
  id: number
  petition_id: number
  number: string
  kind: string
  stage: Stage
  outcome: Outcome | null
  authority_id: number
  desk: string
  place: string | null
  first_line: string
  name: string | null
}

/**
 * What an authority handed over and keeps, the last one first: along an index that holds nothing else,
 * a page at a time. It shows where each lies now and its outcome, and nothing of who works on it there.
 */
export const HandedList = {
  async page(officer: Officer, after: string) {
    let place = /^\d{1,9}$/.test(after) ? Number(after) : null
    for (let page = 0; page < MOST_PAGES; page++) {
      const kept = await keptBefore(officer, place)
      const some = kept.slice(0, PAGE)
      const isEnd = kept.length <= PAGE
      const rows = await rowsOf(some, officer)
      place = isEnd ? null : some.at(-1)!.id
      if (rows.length > 0 || isEnd || page === MOST_PAGES - 1) {
        return {
          rows,
          next: place === null ? null : String(place),
          isShort: rows.length < some.length && !isEnd,
        }
      }
    }
    throw new Error('unreachable')
  },
}

/** Before anything is joined: with the petitions at hand at once, MariaDB begins with them. */
function keptBefore({ authorityId }: Officer, place: number | null): Promise<Kept[]> {
  const kept = db
    .from('petition_readers')
    .where('kept_by', authorityId)
    .whereNull('until')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .select('id', 'petition_id', 'since')
  if (place !== null) kept.where('id', '<', place)
  return kept as unknown as Promise<Kept[]>
}

async function rowsOf(kept: Kept[], officer: Officer) {
  if (kept.length === 0) return []
  const ids = kept.map(({ id }) => id)
  const query = db
    .from('petition_readers')
    .join('petitions', 'petitions.id', 'petition_readers.petition_id')
    .leftJoin('petitioners', 'petitioners.petition_id', 'petitions.id')
    .whereIn('petition_readers.id', ids)
  const found: Found[] = await keptBy(query, officer)
    .select('petition_readers.id', 'petitioners.name', db.raw(FIRST_LINE))
    .select('petition_readers.petition_id')
    .select(COLUMNS.map((column) => `petitions.${column}`))
  const said = await saidToEach(found.map(saying), officer)
  const byId = new Map(found.map((row, at) => [row.id, { row, said: said[at]! }]))
  const all = await authorities()
  return kept.flatMap(({ id, since }) => {
    const one = byId.get(id)
    return one ? asRow(one.row, since, { officer, all, said: one.said }) : []
  })
}

const COLUMNS = ['number', 'kind', 'stage', 'outcome', 'authority_id', 'desk', 'place']
const FIRST = 120
const FIRST_LINE = `substr(petitions.text, 1, ${FIRST}) as first_line`

function saying({ petition_id: id, first_line: text, authority_id: authorityId, ...row }: Found) {
  return { ...row, id, text, authorityId }
}

function asRow(row: Found, since: Stored, by: { officer: Officer; all: Authority[]; said: Said }) {
  const brought = { kind: row.kind, authorityId: row.authority_id }
  return {
    number: row.number,
    kind: row.kind,
    firstLine: by.said.text?.slice(0, FIRST).split('\n')[0]!.trim() ?? null,
    name: hidesPetitioner(brought, by.officer) ? null : row.name,
    authority: by.all.find(({ id }) => id === row.authority_id)?.name ?? '',
    stage: PUBLIC_STAGE[row.stage],
    outcome: row.outcome,
    since: moment(since),
  }
}
