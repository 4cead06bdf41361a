import { Officer } from '#organisation'
import { moment } from '#shared/dates/stored'
import { looked, OPENED, PAGE, placeOf, SOUGHT, type Asked, type Place } from './looked.ts'
import { toldOf } from './told.ts'

/** One look: who, when, and at which petition, or by which kind of word the register was searched. */
export interface Look {
  officer: { name: string; login: string }
  at: ReturnType<typeof moment>
  /** its number; null of a search */
  number: string | null
  kind: string | null
}

export interface AccessPage {
  rows: Look[]
  /** null at the end */
  next: Place | null
  /** ended before it was full */
  short: boolean
}

/**
 * Erişimler: which officers of an authority opened which petition and searched the register when, the
 * latest first. Of petitions the number alone, and only of those that its reader may be told of
 * (`tracedBy`); of a search never the word.
 */
export const AccessList = {
  async opened(reader: Officer, asked: Asked): Promise<AccessPage> {
    const { rows, last } = await looked(OPENED, asked)
    const ids = [...new Set(rows.map((row) => row.petition_id))]
    const told = await toldOf(reader, asked.authorityId, 'id', ids)
    const numbers = new Map(told.map(({ id, number }) => [id, number]))
    return pageOf(
      rows.filter((row) => numbers.has(row.petition_id)),
      last,
      (row) => ({ number: numbers.get(row.petition_id)!, kind: null })
    )
  },

  async sought(asked: Asked): Promise<AccessPage> {
    const { rows, last } = await looked(SOUGHT, asked)
    return pageOf(rows, last, ({ kind }) => ({ number: null, kind }))
  },

  /** The petition with this number, if its reader may be told of it. */
  async petition(digits: string, reader: Officer, authorityId: number): Promise<number | null> {
    const [petition] = await toldOf(reader, authorityId, 'number', [digits])
    return petition?.id ?? null
  },
}

type Looked = Awaited<ReturnType<typeof looked>>['rows'][number]

async function pageOf(
  found: Looked[],
  last: Place | null,
  said: (row: Looked) => Pick<Look, 'number' | 'kind'>
): Promise<AccessPage> {
  const shown = found.slice(0, PAGE)
  const officers = await peopleOf(shown)
  const isFull = found.length > PAGE
  return {
    rows: shown.map((row) => ({
      ...{ officer: officers.get(row.officer_id)!, at: moment(row.at) },
      ...said(row),
    })),
    next: isFull ? placeOf(shown.at(-1)!) : last,
    short: !isFull && last !== null,
  }
}

async function peopleOf(rows: Looked[]) {
  const ids = [...new Set(rows.map((row) => row.officer_id))]
  const officers = ids.length > 0 ? await Officer.query().whereIn('id', ids) : []
  return new Map(officers.map(({ id, name, login }) => [id, { name, login }]))
}
