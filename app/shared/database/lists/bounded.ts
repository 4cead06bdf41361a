/** So many are counted beside a link: further on it is simply more. */
export const COUNTED = 20

/** How many there are, twenty at most; `more`: there are others. */
export interface Bounded {
  count: number
  more: boolean
}

/** @param found how many were found of twenty-one that were looked for */
export function bounded(found: number): Bounded {
  return { count: Math.min(found, COUNTED), more: found > COUNTED }
}
