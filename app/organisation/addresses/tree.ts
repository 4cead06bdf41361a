import { authorities } from './site.ts'
import type { Authority } from '../models/authority.ts'

/** The tree in which an authority stands: its topmost one, and all others of it. */
export interface Tree {
  root: Authority
  others: Authority[]
}

/** From memory: a governorate with its districts, or one authority alone. */
export async function treeOf(authorityId: number): Promise<Tree> {
  const all = await authorities()
  const own = all.find(({ id }) => id === authorityId)
  if (!own) throw new Error(`no authority ${authorityId}`)
  const root = rootOf(own, all)
  const others = all.filter((one) => one.id !== own.id && rootOf(one, all).id === root.id)
  return { root, others }
}

/** Climbs no further than there are authorities, whatever stands in their rows. */
function rootOf(authority: Authority, all: readonly Authority[]) {
  let top = authority
  for (let step = 0; step < all.length; step++) {
    const above = all.find(({ id }) => id === top.parentId)
    if (!above) break
    top = above
  }
  return top
}
