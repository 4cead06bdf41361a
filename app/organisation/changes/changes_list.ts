import { Change, THINGS, type Thing } from '../models/change.ts'

const PAGE = 30

/** What may be asked of the list; `before` is the id of the last one that was seen. */
interface Asked {
  thing?: Thing | null
  before?: number | null
}

/** Değişiklikler: who changed what of an authority, the latest first; a page at a time, by its key. */
export const ChangesList = {
  things: THINGS,

  /** @returns a page, and the `before` of the next one (null at the end) */
  async page(authorityId: number, { thing, before }: Asked) {
    const query = Change.query()
      .where('authority_id', authorityId)
      .preload('officer')
      .preload('absent')
    if (thing) query.where('thing', thing)
    if (before) query.where('id', '<', before)
    return pageOf(await query.orderBy('id', 'desc').limit(PAGE + 1))
  },

  /** The latest of one thing, for its own page. */
  async of(thing: Thing, thingId: number) {
    const query = Change.query()
      .where({ thing, thing_id: thingId })
      .preload('officer')
      .preload('absent')
    return pageOf(await query.orderBy('id', 'desc').limit(PAGE + 1))
  },
}

function pageOf(found: Change[]) {
  const rows = found.slice(0, PAGE)
  return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null }
}
