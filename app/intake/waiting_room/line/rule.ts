import type { Sort } from '../../models/queue_ticket.ts'

/**
 * So many of one sort are called in a row while one of the other waits: whoever has priority is called
 * at the latest after two others, and nobody waits for ever behind those who have it.
 */
export const IN_A_ROW: Record<Sort, number> = { priority: 1, ordinary: 2 }

/** As many of the last calls as the rule looks back. */
export const LOOKS_BACK = Math.max(...Object.values(IN_A_ROW))

/**
 * Which sort is called next where both wait.
 *
 * @param before the sorts of the last calls of the day, newest first
 */
export function nextSort(before: readonly Sort[]): Sort {
  const [last] = before
  if (last !== 'priority' && last !== 'ordinary') return 'priority'
  const others = before.findIndex((sort) => sort !== last)
  const inARow = others === -1 ? before.length : others
  const other = last === 'priority' ? 'ordinary' : 'priority'
  return inARow >= IN_A_ROW[last] ? other : last
}

/** How many are called before somebody with so many of each sort in front, at most. */
export function ahead(sort: Sort, inFront: Record<Sort, number>) {
  const { priority, ordinary } = inFront
  if (sort === 'priority') return priority + Math.min(ordinary, IN_A_ROW.ordinary * (priority + 1))
  return ordinary + Math.min(priority, Math.ceil((ordinary + 1) / IN_A_ROW.ordinary))
}
