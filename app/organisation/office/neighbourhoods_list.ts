import { folded } from '#shared/folded_text'
import { Neighbourhood } from '../models/neighbourhood.ts'

const PAGE = 30
/** Behind every letter that a folded name has. */
const BEHIND = '\uffff'

interface Asked {
  /** what its name begins with, as somebody typed it */
  begins: string
  /** the last one that was seen */
  after: Neighbourhood | null
}

/** Mahalle ve köyler of an authority by their names; a page at a time, along the index of that order. */
export const NeighbourhoodsList = {
  /** @returns a page, and the id after which the next one begins (null at the end) */
  async page(authorityId: number, { begins, after }: Asked) {
    const query = Neighbourhood.query().where({ authority_id: authorityId })
    const first = folded(begins)
    if (first) void query.whereBetween('folded_name', [first, first + BEHIND])
    if (after) {
      const { foldedName, id } = after
      void query.where('folded_name', '>=', foldedName).where((rest) => {
        void rest
          .where('folded_name', '>', foldedName)
          .orWhere((same) => void same.where('folded_name', foldedName).where('id', '>', id))
      })
    }
    const found = await query
      .orderBy('folded_name')
      .orderBy('id')
      .limit(PAGE + 1)
    const rows = found.slice(0, PAGE)
    return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null }
  },

  /** One of this authority; null for another's and for none. */
  async find(authorityId: number, id: string) {
    if (!/^\d{1,9}$/.test(id)) return null
    return Neighbourhood.query().where({ id, authority_id: authorityId }).first()
  },
}
