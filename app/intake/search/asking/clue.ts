/** One thing that must stand in what is found: any of these terms says it. */
export type Clue = readonly string[]
