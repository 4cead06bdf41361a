import type { SubjectTree } from '../subjects/tree.ts'
import { ADMITS, DIMENSIONS, type Conditions, type Topic } from './conditions.ts'

/** All that can stand in each place of a topic. */
export type World = { [D in keyof Topic]: readonly Topic[D][] } & { tree: SubjectTree }

/**
 * Whether there can be a petition that this rule fits and none of those before it. Exact, also where
 * several of them together leave nothing: one for each kind, say. What all rules treat alike is tried
 * once, so that it costs as much as rules differ, whatever the authority has of subjects and places.
 */
export function reaches(rule: Conditions, before: readonly Conditions[], world: World, at = 0) {
  const dimension = DIMENSIONS[at]
  if (!dimension) return before.length === 0
  const tried = new Set<string>()
  for (const value of world[dimension]) {
    if (!admits(rule, dimension, value, world)) continue
    const left = before.filter((one) => admits(one, dimension, value, world))
    const sign = left.map((one) => before.indexOf(one)).join(' ')
    if (tried.has(sign)) continue
    tried.add(sign)
    if (reaches(rule, left, world, at + 1)) return true
  }
  return false
}

function admits<D extends keyof Topic>(rule: Conditions, which: D, value: Topic[D], world: World) {
  return ADMITS[which](rule, value as never, world.tree)
}
