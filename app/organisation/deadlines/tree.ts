import { authorities } from '../addresses/site.ts'
import type { Authority } from '../models/authority.ts'

/** The authorities above this one, the nearest first: whose leave for a whole tree is its leave too. */
export async function above(id: number) {
  const all = new Map((await authorities()).map((one) => [one.id, one]))
  const found: number[] = []
  let parent = all.get(id)?.parentId ?? null
  while (parent !== null && !found.includes(parent)) {
    found.push(parent)
    parent = all.get(parent)?.parentId ?? null
  }
  return found
}

/** For whom what this authority enters counts: `here`, its whole `tree`, or the `nation`. */
export const REACHES = ['here', 'tree', 'nation'] as const
export type Reach = (typeof REACHES)[number]

/**
 * What this authority may enter days off for: public holidays are the nation's, and whoever stands
 * above an authority enters them.
 */
export async function reachesOf({ id, parentId }: Pick<Authority, 'id' | 'parentId'>) {
  const hasTree = (await authorities()).some((one) => one.parentId === id)
  return REACHES.filter((reach) => {
    if (reach === 'tree') return hasTree
    return reach === 'here' || parentId === null
  })
}

/** Which authorities a day off counts for. */
export async function reachedBy({ authorityId, forTree }: Reaching): Promise<number[]> {
  const ids = (await authorities()).map(({ id }) => id)
  if (authorityId === null) return ids
  if (!forTree) return [authorityId]
  const isBelow = async (id: number) => (await above(id)).includes(authorityId)
  const below = await Promise.all(ids.map(isBelow))
  return ids.filter((id, at) => id === authorityId || below[at])
}

export interface Reaching {
  /** null: the whole country's */
  authorityId: number | null
  forTree: boolean
}
