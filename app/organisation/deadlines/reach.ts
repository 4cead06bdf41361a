import { installation } from '../addresses/site.ts'
import type { Authority } from '../models/authority.ts'

/** For whom what this authority enters counts: `here`, its whole `tree`, or the `nation`. */
export const REACHES = ['here', 'tree', 'nation'] as const
export type Reach = (typeof REACHES)[number]

/**
 * What this authority may enter days off for: public holidays are the nation's, and whoever stands
 * above an authority enters them.
 */
export async function reachesOf({ id, parentId }: Pick<Authority, 'id' | 'parentId'>) {
  const hasTree = (await installation()).below(id).length > 0
  return REACHES.filter((reach) => {
    if (reach === 'tree') return hasTree
    return reach === 'here' || parentId === null
  })
}

/** Which authorities a day off counts for. */
export async function reachedBy({ authorityId, forTree }: Reaching): Promise<number[]> {
  const all = await installation()
  if (authorityId === null) return all.authorities.map(({ id }) => id)
  if (!forTree) return [authorityId]
  return [authorityId, ...all.below(authorityId).map(({ id }) => id)]
}

export interface Reaching {
  /** null: the whole country's */
  authorityId: number | null
  forTree: boolean
}

/** The authorities above this one, the nearest first: whose leave for a whole tree is its leave too. */
export async function above(authorityId: number) {
  return (await installation()).above(authorityId).map(({ id }) => id)
}
