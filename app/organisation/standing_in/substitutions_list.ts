import { Substitution } from '../models/substitution.ts'

const PAGE = 30

/** Vekâletler: who stands in for whom, the latest named first; a page at a time, by its key. */
export const SubstitutionsList = {
  /** @returns a page, and the `before` of the next one (null at the end) */
  async page(authorityId: number, before: number | null) {
    const query = withNames().where('authority_id', authorityId)
    if (before) query.where('id', '<', before)
    const found = await query.orderBy('id', 'desc').limit(PAGE + 1)
    const rows = found.slice(0, PAGE)
    return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null }
  },

  /** The latest of somebody who is away. */
  async of({ id }: { id: number }) {
    return withNames().where('officer_id', id).orderBy('last_day', 'desc').limit(PAGE)
  },

  /** One of this authority; null for another's and for none. */
  async find(authorityId: number, id: string) {
    if (!/^\d{1,9}$/.test(id)) return null
    return withNames().where({ id, authority_id: authorityId }).first()
  },
}

function withNames() {
  return Substitution.query().preload('officer').preload('substitute')
}
