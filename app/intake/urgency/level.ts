/** How soon somebody must look: each has its rank in lists, the most pressing first. */
export const LEVELS = ['atOnce', 'soon', 'ordinary'] as const
/** Aciliyet: `atOnce` of life and limb, `soon` where there is no water, power or warmth. */
export type Level = (typeof LEVELS)[number]

/** What a text is about that cannot wait; each has its own sentence and telephones. */
export type Danger =
  | 'suicide'
  | 'violence'
  | 'child'
  | 'health'
  | 'fire'
  | 'gas'
  | 'wire'
  | 'disaster'
  | 'missing'
  /** asks where to find help: not urgent, but nobody else's to read */
  | 'violenceHelp'
  | 'water'
  | 'power'
  | 'heat'
  | 'shelter'
  | 'medicine'
